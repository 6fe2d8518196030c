export type Spread = { readonly p50Ms: number; readonly p95Ms: number; readonly p99Ms: number; readonly count: number }
export type OperationFigures = {
  readonly name: string
  /** One agent and fifty at once, through the API of the server. */
  readonly one: Spread
  readonly all: Spread
  /** The read side alone. */
  readonly store: Spread
  readonly ratioToFloor: number
  /** Pages of 8 KiB looked at, whatever the machine is busy with. */
  readonly pages: number
}
export type SizeFigures = {
  readonly messages: number
  readonly conversations: number
  readonly contacts: number
  readonly floorP50Ms: number
  readonly oneP99Ms: number
  readonly allP50Ms: number
  readonly allP99Ms: number
  /** Of fifty agents at once. */
  readonly productCpuMsPerRequest: number
  readonly postgresCpuMsPerRequest: number
  readonly worstOperation: string
  readonly worstP99Ms: number
  readonly databaseBytes: number
  readonly stolenCpuShare: number
  readonly operations: readonly OperationFigures[]
}
