import type { Authenticator } from "@app/lib/auth";
import type { Result } from "@app/types/shared/result";
import { Err, Ok } from "@app/types/shared/result";

export interface MeetingRoom {
  name: string;
  floor: number;
  seats: number;
  equipment: string[];
}

export interface Booking {
  id: string;
  room: string;
  startsAt: string;
  endsAt: string;
  bookedBy: string;
}

const ROOMS: MeetingRoom[] = [
  { name: "Juniper", floor: 1, seats: 4, equipment: ["whiteboard"] },
  { name: "Larch", floor: 2, seats: 12, equipment: ["screen", "camera"] },
  { name: "Rowan", floor: 2, seats: 6, equipment: ["screen"] },
];

let bookings: Booking[] = [];

export class MeetingRoomResource {
  static list({ minSeats = 1 }: { minSeats?: number } = {}): MeetingRoom[] {
    return ROOMS.filter(({ seats }) => seats >= minSeats);
  }

  static listFree(span: {
    startsAt: string;
    endsAt: string;
    minSeats?: number;
  }): MeetingRoom[] {
    return this.list(span).filter(
      ({ name }) => !bookings.some((b) => b.room === name && overlap(b, span)),
    );
  }

  static book(
    auth: Authenticator,
    wish: { room: string; startsAt: string; endsAt: string },
  ): Result<Booking, Error> {
    if (!this.listFree(wish).some(({ name }) => name === wish.room)) {
      return new Err(new Error(`${wish.room} is taken or does not exist`));
    }
    const { room, startsAt, endsAt } = wish;
    const booking = {
      id: crypto.randomUUID(),
      room,
      startsAt,
      endsAt,
      bookedBy: auth.userEmail,
    };
    bookings.push(booking);
    return new Ok(booking);
  }

  static cancel(auth: Authenticator, id: string): Result<Booking, Error> {
    const booking = bookings.find((b) => b.id === id);
    if (booking?.bookedBy !== auth.userEmail) {
      return new Err(new Error("you have no booking with this number"));
    }
    bookings = bookings.filter((b) => b !== booking);
    return new Ok(booking);
  }
}

function overlap(
  a: { startsAt: string; endsAt: string },
  b: { startsAt: string; endsAt: string },
): boolean {
  return (
    Date.parse(a.startsAt) < Date.parse(b.endsAt) &&
    Date.parse(b.startsAt) < Date.parse(a.endsAt)
  );
}
