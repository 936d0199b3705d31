// The tasks that lead to an event, as they stand in the tab “Event tasks” until the group changes them there: worked
// backwards, each one so many days before; before a critical one somebody asks how it goes.

export interface ShippedTask {
  readonly task: string;
  readonly daysBefore: number;
  readonly critical: boolean;
}

const task = (daysBefore: number, text: string): ShippedTask => ({ task: text, daysBefore, critical: false });
const critical = (daysBefore: number, text: string): ShippedTask => ({
  ...task(daysBefore, text),
  critical: true,
});

export const EVENT_TASKS: readonly { readonly kind: string; readonly tasks: readonly ShippedTask[] }[] = [
  {
    kind: 'Council vote',
    tasks: [
      critical(35, 'Count the votes: who is for it, who is open, and who of ours knows each of them'),
      task(28, 'Ask the groups that endorsed for a letter, and for a member who will speak'),
      critical(21, 'Meet each council member who is still open, together with somebody from a partner group'),
      critical(14, 'Invite everybody on our lists to fill the room, and write down who said yes'),
      task(10, 'Find the speakers: short, in their own words, from different groups'),
      critical(7, 'Send the council the resolution and the list of groups that endorse it'),
      task(5, 'Practise with the speakers, two minutes each'),
      task(3, 'Tell the local press what is voted on, and who can be interviewed'),
      critical(2, 'Call everybody who said they would come'),
      task(1, 'Settle rides, signs, and who greets people at the door'),
    ],
  },
  {
    kind: 'Town hall',
    tasks: [
      critical(42, 'Agree on the goal, and who leads which part'),
      critical(35, 'Book a room that is easy to reach and step-free, and ask for interpreters'),
      task(28, 'Ask partner groups to host it with us, and which part each would like to take'),
      critical(21, 'Have a yes from every speaker'),
      task(18, 'Send out the invitation, on paper and online'),
      critical(14, 'Everybody asks five people in person, and writes down who said yes'),
      task(7, 'Walk through the evening, minute by minute'),
      critical(3, 'Call everybody who said they would come'),
      task(1, 'Pack sign-in sheets, sound, food and toys for children'),
    ],
  },
  {
    kind: 'Phone bank',
    tasks: [
      critical(21, 'Decide whom we call, and what we ask of them'),
      critical(14, 'Ask the callers, and pair new ones with those who have done it'),
      task(10, 'Write what to say, and the answers to what people often ask'),
      critical(7, 'Make a list of numbers for each caller'),
      task(5, 'Settle the room or the online meeting, with phones and chargers'),
      task(3, 'Practise a call in pairs'),
      critical(2, 'Remind the callers of time and place'),
      task(1, 'Lay out scripts, lists and something to eat'),
    ],
  },
];
