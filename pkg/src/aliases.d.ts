/**
 * Types of the `#` imports, which the build replaces: see xtask/src/bundle.rs. It says what each of
 * them exports, not how it is made. It is for editors and `tsc` only and is not part of the
 * package.
 */

/** The version of the package, such as `1.0.0`. */
declare const VERSION: string;

/** The glue of the reader's module, or of the module of the extras. */
declare module '#glue' {
  /** The class `Handle` of src/wasm/handle.rs, with the methods that its module has. */
  export const Handle;
  export function instantiate(exportsFor: (imports: WebAssembly.Imports) => WebAssembly.Exports): void;
}

/** The glue of the headless core's module. */
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

/** The built files. Each script is given only the names that it imports from here. */
declare module '#files' {
  /** Imports the file. */
  type Load = () => Promise<{ default: unknown }>;
  export const wasmName: string;
  export const wasmSize: number;
  export const integrity: string;
  export const wasm: () => URL;
  /** The languages that the widget has messages in. */
  export const languages: string[];
  /**
   * Per language: the file's name, its import, and the label of the button "Start", which is shown
   * before the file is loaded.
   */
  export const messages: Record<string, [name: string, load: Load, start: string]>;
  /** Per language. */
  export const questionnaires: Record<string, [name: string, load: Load]>;
  /**
   * The questionnaire and choices that the first screens were drawn for; null if there are none.
   */
  export const firstFor: { id: string; version: string; choices: Record<string, unknown> } | null;
  /** Per language: a file with the first screen, `{ screen, words }`. */
  export const firstScreens: Record<string, [name: string, load: Load]>;
  /**
   * By name: `widget`, `accent`, `translate`, `fallback`, `doctor`, `extras`, `sending`, `feed`;
   * for bundlers also `module`.
   */
  export const later: Record<string, [name: string, load: Load]>;
}

declare module '#api-files' {
  export const wasm: () => URL;
}

/** One of pkg/src/api/module-*.js. */
declare module '#api-module' {
  /** The core's module or its bytes; undefined if they cannot be had synchronously. */
  export function now(): WebAssembly.Module | BufferSource | undefined;
  /** The same, asynchronously. */
  export function later(): Promise<WebAssembly.Module | BufferSource>;
}

/** The core's module, in a runtime that can import it. */
declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

/** One of fetch-module.js, inline-module.js and script-module.js in pkg/src/loading. */
declare module '#module' {
  export function compile(
    assets?: string,
    loadLater?: (name: string, assets?: string) => Promise<() => Promise<WebAssembly.Module>>,
  ): Promise<WebAssembly.Module>;
}

/** The module, packed as a string. */
declare module '#packed' {
  const packed: string;
  export default packed;
}

/** The built-in questionnaire in each language. */
declare module '#questionnaires' {
  const questionnaires: Record<string, import('misconception-scorecard/core').Questionnaire>;
  export default questionnaires;
}

/** The widget's messages in each language. */
declare module '#messages' {
  const messages: Record<string, string[]>;
  export default messages;
}

declare module '#extras-messages' {
  const messages: Record<string, string[]>;
  export default messages;
}

/** The style sheet of the shadow root, without the rules for the scorecard. */
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

/** The built element, for files that import it before it is built. */
declare module '*/modules/element.js' {
  export * from 'misconception-scorecard';
}

/** The built core, for files that import it before it is built. */
declare module '*/core.js' {
  export * from 'misconception-scorecard/core';
}
