// The five steps of the ladder inside a union local, as they stand in the dropdown: the figure in front lets the column sort.
export const UNION_STEPS = [
  '1 Members speak up',
  '2 Statements sent',
  '3 Event held',
  '4 Committee works',
  '5 Voted and sent',
] as const;
