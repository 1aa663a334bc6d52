/** The exact text a customer agrees to. Changing a letter changes its hash: give notice.ts a new version with it. */
export const en = `Smart charging of your car

What you agree to
We charge your car when power is cheapest, so that it is ready when you need it.

What we read from the car maker
- how full the battery is and the charge limit you have set
- whether the car is plugged in, and whether it is charging
- how much power it takes

What you tell us
- where your power comes from: price area, tax zone, grid owner and contract. A postcode or a metering point is used once to
  find them, and is not kept
- how large the battery is, and when the car is to be ready

What we do with the car
- start and stop charging
- set the charge limit, when the plan needs it

What we never hold
- where the car is or has been. We do not ask for permission to see it, and we have no place to keep it.
- your name, your address, or the car's identification number in readable form

Who is involved
- the car maker, who answers our questions and carries out our commands
- our cloud provider (Amazon Web Services, Stockholm), who stores the data for us, encrypted

How long
- for as long as you have the service. Plans are replaced as new ones come.
- past charging, with energy and cost: three years
- the record that you agreed, and that you withdrew: three years after you withdrew, under a random number and without
  your name

How to withdraw
Press "Withdraw consent" on the same page, at any time and without giving a reason. We stop at once, let the car charge as it
would without us, give our access back to the car maker, and erase what we hold about you. You can also remove our access
yourself on the car maker's own page.
`;
