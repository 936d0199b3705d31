// Enums as the platform has them: members are objects with toString(), name(), ordinal() and compareTo(), not strings.

export interface EnumMember {
  toString(): string;
  name(): string;
  ordinal(): number;
  compareTo(other: EnumMember): number;
  toJSON(): string;
}

/** One member for each name, in this order. */
export function makeEnum<N extends string>(names: readonly N[]): Readonly<Record<N, EnumMember>> {
  const members = {} as Record<N, EnumMember>;
  names.forEach((name, ordinal) => {
    members[name] = Object.freeze({
      toString: () => name,
      name: () => name,
      ordinal: () => ordinal,
      compareTo: (other: EnumMember) => ordinal - other.ordinal(),
      toJSON: () => name,
    });
  });
  return Object.freeze(members);
}
