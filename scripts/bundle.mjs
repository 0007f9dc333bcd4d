import { bundled } from '../src/cli/bundle.mjs';

/** Makes the bundle ahead of the first start, which may be somebody's who can't write here. */
await bundled();
