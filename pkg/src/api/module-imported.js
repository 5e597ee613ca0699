/**
 * The core's module for runtimes that compile no bytes but import modules: Cloudflare's. Knows the file's name; what is done
 * with it, api.js knows.
 */
import module from './core.wasm';

export const now = () => module;

export const later = async () => module;
