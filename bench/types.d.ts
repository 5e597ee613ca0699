/**
 * What `tsc` cannot see while nothing is being measured: Playwright, which is installed only then, and what the probe
 * leaves in a page. Knows the names; what they are for, probe.mjs and visit.mjs know.
 */

declare module 'playwright-core' {
  export const chromium;
}

/** Where to click. */
interface BenchPlace {
  x: number;
  y: number;
}

/** What the probe has seen, and what it does when it is asked. */
interface Bench {
  long: number[][];
  cls: number;
  events: [type: string, start: number, duration: number][];
  clicks: { label: string; at: number; paint: number }[];
  ready: number | null;
  paint: Record<string, number>;
  pending?: string | null;
  at?: BenchPlace;
  aim?(what: string, q: number, k?: number, ms?: number): Promise<BenchPlace | null>;
  arm?(label: string): void;
  answered?(q: number, ms?: number): Promise<boolean>;
  taken?(ms?: number): Promise<number | null>;
  result?(ms?: number): Promise<{ end: number; text: string } | null>;
}

interface Window {
  __bench: Bench;
}

interface Performance {
  /** Only in Chromium. */
  measureUserAgentSpecificMemory?(): Promise<{ bytes: number }>;
}
