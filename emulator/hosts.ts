import { isIP } from 'node:net'

const local = ['localhost', '127.0.0.1', '[::1]', '::1']

/**
 * Whether a `Host` header names this emulator. A page of the internet can point its own name at 127.0.0.1 and have a
 * browser call us (DNS rebinding); it cannot change the header.
 */
export function isAllowedHost(host: string | undefined, allowed: readonly string[]): boolean {
  if (host === undefined) return false
  const name = host.replace(/:\d+$/, '').toLowerCase()
  return (
    local.includes(name) ||
    name.endsWith('.localhost') ||
    allowed.includes(name) ||
    (allowed.some(isAnyAddress) && isAddress(name))
  )
}

/** Listening on every interface, the emulator answers to any address of them; names still have to be configured. */
export const isAnyAddress = (host: string): boolean => host === '0.0.0.0' || host === '::'

/** A page served from this machine. */
export function isLocalOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const { hostname } = new URL(origin)
  return local.includes(hostname) || hostname.endsWith('.localhost')
}

const isAddress = (name: string): boolean => isIP(name.replace(/^\[|\]$/g, '')) !== 0
