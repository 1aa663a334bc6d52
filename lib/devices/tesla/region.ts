import type { HttpAnswer, Platform } from '../../platform/index.ts';

/** Where Tesla serves the Fleet API. A token never travels to a host that is not here or configured. */
const teslaHosts = new Set([
  'https://fleet-api.prd.eu.vn.cloud.tesla.com',
  'https://fleet-api.prd.na.vn.cloud.tesla.com',
  'https://fleet-api.prd.cn.vn.cloud.tesla.cn',
]);

/** The address a 421 (wrong region) names in its text or `Alt-Svc` header, if it is one of Tesla's; else null. */
export function namedBase(platform: Platform, answer: HttpAnswer, currentBase: string): string | null {
  const named = `${answer.header('alt-svc') ?? ''} ${answer.text}`.match(/https:\/\/[a-z0-9.-]+/gi) ?? [];
  const configured = platform.setting('TESLA_API_URL');
  const allowed = (base: string) => teslaHosts.has(base) || base === configured;
  return (
    named.map((base) => base.replace(/\.$/, '')).find((base) => allowed(base) && base !== currentBase) ?? null
  );
}
