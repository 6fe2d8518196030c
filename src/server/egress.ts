import { lookup as resolve } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { buildConnector } from 'undici'

/** Raised when no connection came about, so that surely nothing was sent. */
export class NotConnected extends Error {}
/** The address is one that this server does not connect to, whoever names it. */
export class AddressRefused extends NotConnected {}

/** Where this server may connect to, and the connector that holds to it. */
export type Egress = {
  readonly connect: buildConnector.connector
  /** Whether the file at this address may be fetched with the access token. */
  readonly mayDownloadFrom: (url: URL) => boolean
}

/** Meta's hosts for files (the last two are where lookaside redirects to [K]). */
const FILE_HOSTS: readonly RegExp[] = [
  /^lookaside\.fbsbx\.com$/,
  /^[a-z0-9.-]+\.fbcdn\.net$/,
  /^[a-z0-9.-]+\.whatsapp\.net$/,
]

/**
 * The configured Graph origin is the operator's choice and may be anywhere, also on this machine. Every other host must
 * be one of Meta's, over https, and every address its name leads to must be public: names are checked before the
 * connection and the address once more after it, because a lookup hook alone is not called for literals (trust d.2).
 */
export function createEgress(graphUrl: string, findAddresses: typeof resolve = resolve): Egress {
  const graph = new URL(graphUrl)
  const isGraph = (host: string, port: string): boolean =>
    port === portOf(graph) && (bare(host) === bare(graph.hostname) || (isLoopback(graph.hostname) && isLoopback(host)))
  const open = buildConnector({ timeout: 5_000 })
  const openGuarded = buildConnector({
    timeout: 5_000,
    lookup: publicLookup(findAddresses),
  } as buildConnector.BuildOptions)

  return {
    mayDownloadFrom: (url) => {
      if (url.username !== '' || url.password !== '') return false
      if (url.protocol === graph.protocol && isGraph(url.hostname, portOf(url))) return true
      return url.protocol === 'https:' && portOf(url) === '443' && FILE_HOSTS.some((host) => host.test(url.hostname))
    },
    connect: (options, callback) => {
      const { hostname, protocol } = options
      const port = options.port || portOfProtocol(protocol)
      const fail = (reason: string) => callback(new AddressRefused(reason), null)
      const settle: buildConnector.Callback = (...[error, socket]) => {
        if (error) return callback(notConnected(error), null)
        callback(null, socket)
      }
      if (isGraph(hostname, port)) return open(options, settle)
      if (isIP(bare(hostname)) !== 0 && !isPublic(bare(hostname))) return fail(`${hostname} is not a public address`)
      if (!FILE_HOSTS.some((host) => host.test(hostname))) return fail(`${hostname} is not a host of Meta’s`)
      openGuarded(options, (...[error, socket]) => {
        if (error) return settle(error, null)
        if (isPublic(socket.remoteAddress ?? '')) return settle(null, socket)
        socket.destroy()
        fail(`${hostname} led to an address that is not public`)
      })
    },
  }
}

/**
 * A connector to web sites that people name: only to the public internet, https and http on their own ports, and never to
 * where the operator's or any private network is. Checked like Meta's hosts, before and after connecting.
 */
export function publicSites(findAddresses: typeof resolve = resolve): buildConnector.connector {
  const open = buildConnector({ timeout: 5_000, lookup: publicLookup(findAddresses) } as buildConnector.BuildOptions)
  return (options, callback) => {
    const { hostname, protocol } = options
    const fail = (reason: string) => callback(new AddressRefused(reason), null)
    if ((options.port || portOfProtocol(protocol)) !== portOfProtocol(protocol)) return fail('Only the usual ports')
    if (isIP(bare(hostname)) !== 0 && !isPublic(bare(hostname))) return fail(`${hostname} is not a public address`)
    open(options, (...[error, socket]) => {
      if (error) return callback(notConnected(error), null)
      if (isPublic(socket.remoteAddress ?? '')) return callback(null, socket)
      socket.destroy()
      fail(`${hostname} led to an address that is not public`)
    })
  }
}

/** Whether an address is one of the public internet, in whatever spelling: not private, local, mapped or translated. */
export function isPublic(address: string): boolean {
  const bareAddress = bare(address)
  return ipaddr.isValid(bareAddress) && ipaddr.parse(bareAddress).range() === 'unicast'
}

const notConnected = (error: Error): NotConnected =>
  error instanceof AddressRefused ? error : new NotConnected(error.message, { cause: error })

/** Refuses a name when any of its addresses is not public. */
function publicLookup(findAddresses: typeof resolve): LookupFunction {
  return (hostname, options, callback) => {
    findAddresses(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, [])
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => isPublic(address))) {
        return callback(new AddressRefused(`${hostname} leads to an address that is not public`), [])
      }
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

const portOfProtocol = (protocol: string): string => (protocol === 'https:' ? '443' : '80')
const portOf = (url: URL): string => url.port || portOfProtocol(url.protocol)
const bare = (host: string): string => host.replace(/^\[|\]$/g, '').toLowerCase()
const isLoopback = (host: string): boolean => {
  const name = bare(host)
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)
}
