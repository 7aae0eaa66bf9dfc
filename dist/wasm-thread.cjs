// A thread of TensorFlow.js's WASM backend: what its glue code, written for browsers, starts on Node.
'use strict';
const { existsSync } = require('node:fs');
const path = require('node:path');
const { compileFunction } = require('node:vm');

const name = 'tfjs-backend-wasm-threaded-simd.worker';
const beside = path.join(__dirname, `${name}.cjs`);
const file = existsSync(beside)
  ? beside
  : path.join(path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm')), '..', 'wasm-out', `${name}.js`);

// The thread is sent the name of its program in the place of a browser's Blob.
URL.createObjectURL = (blob) => blob.file;
URL.revokeObjectURL = () => {};
// What that program expects of a CommonJS module; it is evaluated outside of one.
globalThis.__dirname = __dirname;
globalThis.__filename = __filename;

// The package has the thread's code as a text whose strings have lost the backslash of their line ends.
const code = require(file).wasmWorkerContents.replaceAll('\n', '\\n');
compileFunction(code, ['require', '__filename'], { filename: file })(require, __filename);
