/** Importing this defines `<misconception-scorecard>`. */
export {};
