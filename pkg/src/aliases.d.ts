/**
 * What the build puts in place of the `#` imports; see xtask/src/bundle.rs. Knows what each gives; not how it is made.
 * For editors and `tsc` only: nothing here is in the package.
 */

/** The version of the package. */
declare const VERSION: string;

/** The reader's module, or that of the extras. */
declare module '#glue' {
  /** The core's side of a widget: a class with the methods of its module. */
  export const Handle;
  export function instantiate(exportsFor: (imports: WebAssembly.Imports) => WebAssembly.Exports): void;
}

/** The core's module. */
declare module '#api-glue' {
  import type { Changes, Report } from 'misconception-scorecard/core';

  export function instantiate(exportsFor: (imports: WebAssembly.Imports) => WebAssembly.Exports): void;
  export function check(document: unknown, today: string): Pick<Report, 'problems' | 'habits'>;
  export function prepare(questionnaire: unknown): object;
  export function compare(before: unknown, after: unknown): Changes;
  export function render(questionnaire: unknown, options: object): Drawn;
  export function picture(scorecard: unknown, questionnaire: unknown, options: object): string;
  export function collect(questionnaire: unknown): object;
  interface Drawn {
    lang: string;
    direction: string;
    screen: string;
    plain: string;
    first: { id: string; version: string; screen: unknown[]; words: Record<string, string> };
  }
}

/** Where the built files lie. Each script is given what it needs of this. */
declare module '#files' {
  /** Imports the file. */
  type Load = () => Promise<{ default: unknown }>;
  export const wasmName: string;
  export const wasmSize: number;
  export const integrity: string;
  export const wasm: () => URL;
  /** What the widget speaks. */
  export const languages: string[];
  /** By language: the file, and the word that is shown before it is loaded. */
  export const messages: Record<string, [name: string, load: Load, start: string]>;
  /** By language. */
  export const questionnaires: Record<string, [name: string, load: Load]>;
  /** For whom there are first screens; null where none is shown beforehand. */
  export const firstFor: { id: string; version: string; choices: Record<string, unknown> } | null;
  /** By language: the first screen, `{ screen, words }`. */
  export const firstScreens: Record<string, [name: string, load: Load]>;
  /** By what it is: `widget`, `accent`, `translate`, `fallback`, `doctor`, `extras`, `sending`, `feed`; for bundlers also `module`. */
  export const later: Record<string, [name: string, load: Load]>;
}

declare module '#api-files' {
  export const wasm: () => URL;
}

/** One of pkg/src/api/module-*.js. */
declare module '#api-module' {
  /** The core's module or its bytes, where they can be had at once. */
  export function now(): WebAssembly.Module | BufferSource | undefined;
  /** The same, if it takes time. */
  export function later(): Promise<WebAssembly.Module | BufferSource>;
}

/** The core's module, for a runtime that imports it. */
declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

/** One of pkg/src/loading. */
declare module '#module' {
  export function compile(
    assets?: string,
    loadLater?: (name: string, assets?: string) => Promise<() => Promise<WebAssembly.Module>>,
  ): Promise<WebAssembly.Module>;
}

/** The module as a text. */
declare module '#packed' {
  const packed: string;
  export default packed;
}

/** The built-in questionnaire, by language. */
declare module '#questionnaires' {
  const questionnaires: Record<string, import('misconception-scorecard/core').Questionnaire>;
  export default questionnaires;
}

/** The widget's words, by language. */
declare module '#messages' {
  const messages: Record<string, string[]>;
  export default messages;
}

declare module '#extras-messages' {
  const messages: Record<string, string[]>;
  export default messages;
}

/** The style sheet of the shadow root, but for the scorecard. */
declare module '#style' {
  const style: string;
  export default style;
}

declare module '#scorecard-style' {
  const style: string;
  export default style;
}

declare module '#rendered-style' {
  const style: string;
  export default style;
}

declare module '#extras-style' {
  const style: string;
  export default style;
}

declare module '#feed-style' {
  const style: string;
  export default style;
}

declare module '#sending-style' {
  const style: string;
  export default style;
}

/** The built element, from where nothing is built yet. */
declare module '*/modules/element.js' {
  export * from 'misconception-scorecard';
}

/** The built core, from where nothing is built yet. */
declare module '*/core.js' {
  export * from 'misconception-scorecard/core';
}
