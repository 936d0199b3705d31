// The two ways in which a command ends without doing anything.

/** The file or the request is bad: one clear line, exit 1. */
export class Refused extends Error {}

/** Wrong usage: the line and how to call it, exit 2. */
export class UsageError extends Error {}
