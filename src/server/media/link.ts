import { Agent } from 'undici'
import type { Result } from '#base/result.ts'
import { download, type Download, type DownloadProblem } from '../download.ts'
import { publicSites } from '../egress.ts'

/** Fetches files that callers name by a link: from the public internet only, wherever it redirects to. */
export type LinkReader = {
  readonly read: (link: string) => Promise<Result<Download, DownloadProblem>>
  readonly close: () => Promise<void>
}

export function createLinkReader(connect = publicSites()): LinkReader {
  const agent = new Agent({ connect, connections: 4 })
  return {
    read: (link) => download(agent, { url: link, headers: {}, mayDownloadFrom: isPlainWeb }),
    close: () => agent.close(),
  }
}

const isPlainWeb = (url: URL): boolean => /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
