export declare function toTsv(rows: readonly (readonly string[])[]): string;
export declare function fromTsv(text: string): string[][];
