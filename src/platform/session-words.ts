import { IDLE_MINUTES, LONGEST_HOURS, type SessionEnd } from '../domain/session-end';

const WHY: Readonly<Record<SessionEnd, string>> = {
  idle: `nothing was done for ${IDLE_MINUTES} minutes`,
  'too-long': `you signed in more than ${LONGEST_HOURS} hours ago`,
  'role-changed': 'your role changed',
  'account-closed': 'your account is not open now',
};

/** What the sign-in page says to somebody whose session has ended. */
export function whySignedOut(end: SessionEnd | undefined): string | undefined {
  return end && `You were signed out because ${WHY[end]}.`;
}
