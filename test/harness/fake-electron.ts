import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { BrowserWindowConstructorOptions } from 'electron'
import type { ElectronParts } from '#electron/shell/desktop/electron-parts.ts'

type Handler = (...given: never[]) => unknown

/** The main-process end of a channel, as Electron shows it: messages arrive wrapped. */
class FakePortMain {
  readonly port: MessagePort
  constructor(port: MessagePort) {
    this.port = port
  }
  on(event: string, listener: (given?: { data: unknown }) => void): this {
    if (event === 'message') this.port.on('message', (data) => listener({ data }))
    else this.port.on('close', () => listener())
    return this
  }
  start(): void {
    this.port.start()
  }
  close(): void {
    this.port.close()
  }
  postMessage(data: unknown): void {
    this.port.postMessage(data)
  }
}

class FakeContents extends EventEmitter {
  windowOpen: Handler | null = null
  reloads = 0
  /** Page ends of the ports that were handed over, in order. */
  readonly ports: MessagePort[] = []
  setWindowOpenHandler(handler: Handler): void {
    this.windowOpen = handler
  }
  postMessage(name: string, _message: unknown, [port]: readonly FakePortMain[]): void {
    if (name === 'hanout-port' && port !== undefined) this.ports.push(port.port)
  }
  reload(): void {
    this.reloads += 1
  }
}

export class FakeWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions
  readonly webContents = new FakeContents()
  loaded = ''
  shown = false
  focused = 0
  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
  }
  async loadURL(address: string): Promise<void> {
    this.loaded = address
  }
  show(): void {
    this.shown = true
  }
  isMinimized(): boolean {
    return false
  }
  focus(): void {
    this.focused += 1
  }
  close(): void {
    this.emit('closed')
  }
}

/** Only what the desktop shell touches, recording what it is told. */
export function fakeElectron(first = true) {
  const windows: FakeWindow[] = []
  const calls: string[] = []
  const handlers = new Map<string, Handler>()
  const keep =
    (name: string) =>
    (handler: Handler): void =>
      void handlers.set(name, handler)
  let exit = (_code: number): void => undefined
  const exited = new Promise<number>((resolve) => {
    exit = resolve
  })
  const app = Object.assign(new EventEmitter(), {
    enableSandbox: () => void calls.push('sandbox'),
    setPath: (name: string, path: string) => void calls.push(`${name}=${path}`),
    requestSingleInstanceLock: () => first,
    whenReady: async () => void calls.push('ready'),
    quit: () => void calls.push('quit'),
    relaunch: () => void calls.push('relaunch'),
    exit: (code: number) => exit(code),
  })
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: keep('permission'),
    setPermissionCheckHandler: keep('permissionCheck'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('displayMedia'),
    webRequest: { onBeforeRequest: keep('request') },
  })
  class Window extends FakeWindow {
    constructor(options: BrowserWindowConstructorOptions) {
      super(options)
      windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
    }
  }
  class Channel {
    readonly port1: FakePortMain
    readonly port2: FakePortMain
    constructor() {
      const { port1, port2 } = new MessageChannel()
      this.port1 = new FakePortMain(port1)
      this.port2 = new FakePortMain(port2)
    }
  }
  const parts = {
    app,
    BrowserWindow: Window,
    MessageChannelMain: Channel,
    protocol: {
      registerSchemesAsPrivileged: (schemes: { scheme: string }[]) =>
        void calls.push(`scheme=${schemes.map((each) => each.scheme)}`),
      handle: (scheme: string, handler: Handler) => void handlers.set(scheme, handler),
    },
    session: { defaultSession: session },
    dialog: { showErrorBox: (_title: string, text: string) => void calls.push(`box=${text}`) },
    Menu: { setApplicationMenu: () => undefined },
  } as unknown as ElectronParts
  return { parts, app, session, windows, calls, handlers, exited }
}
