import { z } from 'zod';

/** Text of any length. Half a surrogate pair has no UTF-8, so no digest can be formed over it. */
export const text = z.string().refine((value) => value.isWellFormed(), 'is not whole Unicode text');

export const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

export const count = z.number().int().min(0);

export const digest = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 digest of 64 hexadecimal digits');

/** A day as an ISO date. */
export const day = z.iso.date();

export const instant = z.iso.datetime({ precision: 3, error: 'is not an instant like 2016-10-17T09:00:00.000Z' });
