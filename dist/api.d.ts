export * from './types/api.js';
