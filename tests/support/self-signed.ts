/** A key that guards nothing, and the certificate it has signed for itself as db.city.example: good for a hundred years. */
export const SELF_SIGNED = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQguDcqkxoov5NHdqW+
+KT5Dmbi8NwYbplOqZY1IhonRSehRANCAARRftescI/aRiRjyzU/n0rD/wYhe+Jz
mPDRPgSBvZEl7q/VftknIL227sL3cH7wupYNBiUuuGVIlNHzcuTHhE3G
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBizCCATGgAwIBAgIUI5Okg5YK6IwUyem5tmY0ghIr1WgwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPZGIuY2l0eS5leGFtcGxlMCAXDTI2MTEyODIyMjM1MFoYDzIx
MjYxMTA0MjIyMzUwWjAaMRgwFgYDVQQDDA9kYi5jaXR5LmV4YW1wbGUwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAARRftescI/aRiRjyzU/n0rD/wYhe+JzmPDRPgSB
vZEl7q/VftknIL227sL3cH7wupYNBiUuuGVIlNHzcuTHhE3Go1MwUTAdBgNVHQ4E
FgQU+2q91WEQPt7krobCGVQe7oMZ+hkwHwYDVR0jBBgwFoAU+2q91WEQPt7krobC
GVQe7oMZ+hkwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAvk3+
OzUT+KtIYUglPNcbm6zNqXnihhZTJdO/THdcCjMCIHz9c6XA6gAGuOiZ2Nt3ks71
othWW+lpz1uSov7B0tkU
-----END CERTIFICATE-----`,
} as const;
