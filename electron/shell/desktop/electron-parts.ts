import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Dialog,
  MessageChannelMain,
  Protocol,
  Session,
} from 'electron'

/** The few parts of Electron that the desktop shell is made of; tests bring their own. */
export interface ElectronParts {
  readonly app: Pick<
    App,
    | 'enableSandbox'
    | 'requestSingleInstanceLock'
    | 'setPath'
    | 'whenReady'
    | 'on'
    | 'quit'
    | 'exit'
    | 'relaunch'
  >
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow
  readonly MessageChannelMain: new () => MessageChannelMain
  readonly protocol: Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>
  readonly session: { readonly defaultSession: Session }
  readonly dialog: Pick<Dialog, 'showErrorBox'>
  readonly Menu: { setApplicationMenu(menu: null): void }
}
