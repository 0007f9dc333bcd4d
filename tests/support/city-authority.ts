/**
 * A city's own authority, and a certificate of it for localhost and 127.0.0.1 with a key that guards nothing: good for a hundred years, as
 * Node can't make any. In bash:
 *
 * openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 36500 -subj '/CN=city.example test authority' -keyout ca.key \
 *   -out ca.pem -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign'
 * openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj '/CN=localhost' -keyout leaf.key -out leaf.csr
 * openssl x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -days 36500 -set_serial 1 -out leaf.pem \
 *   -extfile <(printf 'subjectAltName=DNS:localhost,IP:127.0.0.1')
 */
export const CITY_AUTHORITY = {
  authority: `-----BEGIN CERTIFICATE-----
MIIBszCCAVmgAwIBAgIUJSJFUKPUbUMzylIt/f92wTE+8qowCgYIKoZIzj0EAwIw
JjEkMCIGA1UEAwwbY2l0eS5leGFtcGxlIHRlc3QgYXV0aG9yaXR5MCAXDTI2MTEz
MDA1NDIyMloYDzIxMjYxMTA2MDU0MjIyWjAmMSQwIgYDVQQDDBtjaXR5LmV4YW1w
bGUgdGVzdCBhdXRob3JpdHkwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQsdw24
FjOnQMC8IUNchvXe6bllOwggyX4Ch/D+OXo/9MJFyDyjWHfUlIPzBrlTho1K6DlV
YJoNL78rvN/XxR0Qo2MwYTAdBgNVHQ4EFgQUFBiHHa2fC0KoQA/Pjq7LcVGI2mQw
HwYDVR0jBBgwFoAUFBiHHa2fC0KoQA/Pjq7LcVGI2mQwDwYDVR0TAQH/BAUwAwEB
/zAOBgNVHQ8BAf8EBAMCAgQwCgYIKoZIzj0EAwIDSAAwRQIhAN/pqZObwDxse1jJ
X3HZcbNuYprI+y2m22WeiCiR5znGAiBZYP8NG199G2LwHGnDgEhUp3DMeWpFBctO
cLqAK09a5A==
-----END CERTIFICATE-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBiDCCAS+gAwIBAgIBATAKBggqhkjOPQQDAjAmMSQwIgYDVQQDDBtjaXR5LmV4
YW1wbGUgdGVzdCBhdXRob3JpdHkwIBcNMjYxMTMwMDU0MjIyWhgPMjEyNjExMDYw
NTQyMjJaMBQxEjAQBgNVBAMMCWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49
AwEHA0IABJk2AtJcX0EWvZ3tUfUSPfZ8/RfoaXOhDrSlirRe0Qd2iF7f/in9khWD
9hP+TMIOqVEhddWnuVfQ4kEVvhj4TFujXjBcMBoGA1UdEQQTMBGCCWxvY2FsaG9z
dIcEfwAAATAdBgNVHQ4EFgQUSA63AESqz2zyS821meF353G+yi4wHwYDVR0jBBgw
FoAUFBiHHa2fC0KoQA/Pjq7LcVGI2mQwCgYIKoZIzj0EAwIDRwAwRAIgDqFKQwwq
mZv0QEZ+wwEXzd8NIWVsGfJQtZB+Pi4shCECIDkm+/PGkPnHkzWlQERZHFyeFxlJ
mD4G/6NSJNjqc2WY
-----END CERTIFICATE-----`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgg5AfjUOu2+TY5jtJ
gBX+9I1Zez9ycGKTKINWJ0EZsMGhRANCAASZNgLSXF9BFr2d7VH1Ej32fP0X6Glz
oQ60pYq0XtEHdohe3/4p/ZIVg/YT/kzCDqlRIXXVp7lX0OJBFb4Y+Exb
-----END PRIVATE KEY-----`,
} as const;
