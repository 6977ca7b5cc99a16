/**
 * What runs inside Windows' own PowerShell, because no package gives Node the spooler there. PowerShell only compiles it
 * (`Add-Type`); everything it is told and says goes over its standard input and output, one ASCII line each:
 *
 *     names              → names NAME…                 the printers of this account
 *     open NAME          → open STATUS ATTRIBUTES      as GetPrinter has them in PRINTER_INFO_2
 *     print BYTES        → taken COUNT                 one job, data type RAW
 *     anything it cannot → no STEP CODE COUNT          Windows' error number, and how many bytes it had taken
 *
 * Names are UTF-8 and bytes are bytes, both in base64: nothing of the shop's becomes part of a program or of a command
 * line. C# 5 and no more: that is the compiler each Windows has. It ends when its input does.
 */
const source = `
using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

public static class HanoutSpooler {
  const string Driver = "winspool.drv";
  const int Local = 2, Connections = 4, Piece = 65536;

  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  struct Job { public string Name; public string File; public string Type; }

  class Refused : Exception {
    public readonly string Line;
    public Refused(string step, int taken) {
      Line = "no " + step + " " + Marshal.GetLastWin32Error() + " " + taken;
    }
  }

  [DllImport(Driver, ExactSpelling = true, CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool EnumPrintersW(int flags, string server, int level, IntPtr buffer, int size, out int needed, out int count);
  [DllImport(Driver, ExactSpelling = true, CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool OpenPrinterW(string name, out IntPtr printer, IntPtr defaults);
  [DllImport(Driver, ExactSpelling = true, SetLastError = true)]
  static extern bool GetPrinterW(IntPtr printer, int level, IntPtr buffer, int size, out int needed);
  [DllImport(Driver, ExactSpelling = true, CharSet = CharSet.Unicode, SetLastError = true)]
  static extern int StartDocPrinterW(IntPtr printer, int level, ref Job job);
  [DllImport(Driver, ExactSpelling = true, SetLastError = true)]
  static extern bool StartPagePrinter(IntPtr printer);
  [DllImport(Driver, ExactSpelling = true, SetLastError = true)]
  static extern bool WritePrinter(IntPtr printer, byte[] bytes, int count, out int written);
  [DllImport(Driver, ExactSpelling = true, SetLastError = true)]
  static extern bool EndPagePrinter(IntPtr printer);
  [DllImport(Driver, ExactSpelling = true, SetLastError = true)]
  static extern bool EndDocPrinter(IntPtr printer);
  [DllImport(Driver, ExactSpelling = true, SetLastError = true)]
  static extern bool AbortPrinter(IntPtr printer);
  [DllImport(Driver, ExactSpelling = true, SetLastError = true)]
  static extern bool ClosePrinter(IntPtr printer);

  public static void Run() {
    var asked = new StreamReader(Console.OpenStandardInput(), Encoding.ASCII);
    var said = new StreamWriter(Console.OpenStandardOutput(), Encoding.ASCII);
    var printer = IntPtr.Zero;
    for (string line; (line = asked.ReadLine()) != null; ) {
      var words = line.Split(' ');
      try {
        if (words[0] == "names") said.Write(Names());
        else if (words[0] == "open") said.Write(Open(Encoding.UTF8.GetString(Convert.FromBase64String(words[1])), out printer));
        else said.Write(Print(printer, Convert.FromBase64String(words[1])));
      } catch (Refused refused) { said.Write(refused.Line); }
      said.Write("\\n");
      said.Flush();
    }
    if (printer != IntPtr.Zero) ClosePrinter(printer);
  }

  static string Names() {
    int needed, count;
    EnumPrintersW(Local | Connections, null, 4, IntPtr.Zero, 0, out needed, out count);
    var buffer = Marshal.AllocHGlobal(Math.Max(needed, 1));
    try {
      if (!EnumPrintersW(Local | Connections, null, 4, buffer, needed, out needed, out count)) throw new Refused("EnumPrinters", 0);
      var names = "names";
      // PRINTER_INFO_4: two pointers, a number and what aligns it; the name is the first.
      for (var at = 0; at < count; at++) {
        var name = Marshal.PtrToStringUni(Marshal.ReadIntPtr(buffer, at * 3 * IntPtr.Size));
        names += " " + Convert.ToBase64String(Encoding.UTF8.GetBytes(name));
      }
      return names;
    } finally { Marshal.FreeHGlobal(buffer); }
  }

  static string Open(string name, out IntPtr printer) {
    if (!OpenPrinterW(name, out printer, IntPtr.Zero)) throw new Refused("OpenPrinter", 0);
    int needed;
    GetPrinterW(printer, 2, IntPtr.Zero, 0, out needed);
    var buffer = Marshal.AllocHGlobal(Math.Max(needed, 1));
    try {
      if (!GetPrinterW(printer, 2, buffer, needed, out needed)) throw new Refused("GetPrinter", 0);
      // PRINTER_INFO_2: thirteen pointers, then the attributes; the status is the sixth number.
      var numbers = 13 * IntPtr.Size;
      return "open " + (uint)Marshal.ReadInt32(buffer, numbers + 5 * 4) + " " + (uint)Marshal.ReadInt32(buffer, numbers);
    } finally { Marshal.FreeHGlobal(buffer); }
  }

  static string Print(IntPtr printer, byte[] bytes) {
    var job = new Job { Name = "Hanout", File = null, Type = "RAW" };
    if (StartDocPrinterW(printer, 1, ref job) == 0) throw new Refused("StartDocPrinter", 0);
    var taken = 0;
    try {
      if (!StartPagePrinter(printer)) throw new Refused("StartPagePrinter", 0);
      while (taken < bytes.Length) {
        var piece = new byte[Math.Min(Piece, bytes.Length - taken)];
        Array.Copy(bytes, taken, piece, 0, piece.Length);
        int written;
        if (!WritePrinter(printer, piece, piece.Length, out written) || written <= 0) throw new Refused("WritePrinter", taken);
        taken += written;
      }
      if (!EndPagePrinter(printer)) throw new Refused("EndPagePrinter", taken);
      if (!EndDocPrinter(printer)) throw new Refused("EndDocPrinter", taken);
    } catch (Refused) {
      // Half a job left in the queue would come out whenever the printer likes.
      AbortPrinter(printer);
      throw;
    }
    return "taken " + taken;
  }
}`

const script = `$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Add-Type -TypeDefinition @'
${source}
'@
[HanoutSpooler]::Run()`

/**
 * The parameters of `powershell.exe`. `-InputFormat None` leaves the standard input to the program: otherwise PowerShell
 * reads it too. The script is UTF-16 in base64 (`-EncodedCommand`), so no quoting of any shell can touch it.
 */
export const spoolerParameters: readonly string[] = [
  '-NoLogo',
  '-NoProfile',
  '-NonInteractive',
  '-InputFormat',
  'None',
  '-EncodedCommand',
  Buffer.from(script, 'utf16le').toString('base64'),
]
