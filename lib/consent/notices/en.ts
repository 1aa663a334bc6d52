/** The exact text a customer agrees to. Changing a letter changes its hash: give notice.ts a new version with it. */
export const en = `Smart charging of your car

What you agree to
We charge your car when power is cheapest, so that it is ready when you need it. If you tell us your main fuse, we plan so that
house and cars stay below it; if you tell us your grid owner, so that the month's capacity fee does not rise needlessly.

What we read from the car maker
- how full the battery is and the charge limit you have set
- whether the car is plugged in, and whether it is charging
- how much power it takes: the current it is set to and the most it can be set to, the phases and the voltage

What you tell us
- where your power comes from: price area, tax zone, grid owner and contract. A postcode or a metering point is used once to
  find them, and is not kept
- the main fuse, and what the house uses in a year, if you want to tell
- how large the battery is, when the car is to be ready, and how it may charge

What we work out
- what your cars took in each hour, for as long as the month lasts that they took it in
- the highest hour of each day of this month, of house and cars together: what the house uses is our estimate, we read no meter

What we do with the car
- start and stop charging
- set the charge limit, when the plan needs it
- set the charging current, when several cars share a fuse or the plan is to charge slowly. We set it back to what it was when
  slow charging is over, or when we next reach the car

What we never hold
- where the car is or has been. We do not ask for permission to see it, and we have no place to keep it.
- your name, your address, or the car's identification number in readable form

Who is involved
- the car maker, who answers our questions and carries out our commands
- our cloud provider (Amazon Web Services, Stockholm), who stores the data for us, encrypted

How long
- for as long as you have the service. Plans are replaced as new ones come.
- the hours' energy and the days' highest hours: until the month is over, or until you move
- past charging, with energy and cost: three years
- the record that you agreed, and that you withdrew: three years after you withdrew, under a random number and without
  your name

How to withdraw
Press "Withdraw consent" on the same page, at any time and without giving a reason. We stop at once, let the car charge as it
would without us, give our access back to the car maker, and erase what we hold about you. You can also remove our access
yourself on the car maker's own page.
`;
