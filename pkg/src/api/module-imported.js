/**
 * The core's module for runtimes that cannot compile bytes but can import modules, as Cloudflare's.
 * What is done with the module, api.js knows.
 */
import module from './core.wasm';

export const now = () => module;

export const later = async () => module;
