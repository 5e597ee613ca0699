/**
 * The core's module for runtimes that cannot compile bytes but can import modules, as Cloudflare's.
 * api.js knows what to do with the module.
 */
import module from './core.wasm';

export const now = () => module;

export const later = async () => module;
