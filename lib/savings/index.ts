export { eraseSessions } from './erase-sessions.ts';
export { listSessions } from './list-sessions.ts';
export { recordFinishedSessions } from './record-finished-sessions.ts';
