using System.Diagnostics;
using System.Globalization;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>What Linux says of a process.</summary>
/// <param name="ResidentKb">Memory it holds, in KiB.</param>
/// <param name="Handles">Open files, sockets and the like.</param>
/// <param name="Gone">Open or mapped files that were deleted.</param>
internal sealed record ProcessFigures(long ResidentKb, int Handles, int Gone)
{
    public static ProcessFigures Of(Process process)
    {
        string proc = string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}");
        string resident = File.ReadLines(proc + "/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        string[] handles = Directory.GetFiles(proc + "/fd");
        int gone = handles.Count(h => IsGone(new FileInfo(h).LinkTarget)) + File.ReadLines(proc + "/maps").Count(IsGone);
        return new ProcessFigures(long.Parse(resident.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture), handles.Length, gone);
    }

    /// <summary>A file of an index that was deleted; the runtime has deleted files of its own.</summary>
    private static bool IsGone(string? target) => target is not null && target.EndsWith("(deleted)", StringComparison.Ordinal) && target.Contains("/index/", StringComparison.Ordinal);
}
