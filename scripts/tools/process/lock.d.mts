export type LockHolder = { pid: number } & Record<string, unknown>;
export function isAlive(pid: number): boolean;
export function lockHolder(path: string): LockHolder | null;
export function takeLock(path: string, note?: Record<string, unknown>): (() => void) | null;
export function withLock<T>(path: string, work: () => Promise<T>): Promise<T>;
