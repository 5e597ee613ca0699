/** Importing this module defines `<misconception-scorecard>`. */
export {};
