using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Search.Generations;

/// <summary>
/// The file <c>CURRENT</c> that names the live generation: one line, <c>g000002 1a2b3c4d</c>, the second word being the CRC-32 of the first in hex. It is
/// replaced atomically: written beside, fsynced, renamed, folder fsynced.
/// </summary>
internal static class CurrentFile
{
    public const string Name = "CURRENT";
    private const string TemporaryName = "CURRENT.tmp";
    private const int MaxLength = 64;

    /// <summary>The name of the live generation, or null when there is no such file.</summary>
    /// <exception cref="CorruptIndexException">The file is not in its form, or its checksum is wrong.</exception>
    public static string? Read(string folder)
    {
        string path = Path.Combine(folder, Name);
        if (!File.Exists(path)) return null;
        if (new FileInfo(path).Length > MaxLength) throw Damaged("it is too long");
        string line = File.ReadAllText(path, Encoding.ASCII).TrimEnd('\n', '\r');
        string[] words = line.Split(' ');
        if (words.Length != 2 || !Generation.TryParseName(words[0], out _)) throw Damaged("expected a generation and its checksum");
        if (words[1] != ChecksumOf(words[0])) throw Damaged($"the checksum of '{words[0]}' is {ChecksumOf(words[0])}");
        return words[0];
    }

    /// <summary>Makes <paramref name="generation"/> the live one; durable when it returns.</summary>
    public static void Write(string folder, string generation)
    {
        string temporary = Path.Combine(folder, TemporaryName);
        using (SafeFileHandle handle = File.OpenHandle(temporary, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(handle, Encoding.ASCII.GetBytes($"{generation} {ChecksumOf(generation)}\n"), 0);
            RandomAccess.FlushToDisk(handle);
        }

        File.Move(temporary, Path.Combine(folder, Name), overwrite: true);
        FolderSync.Sync(folder);
    }

    private static string ChecksumOf(string name) => Crc32.Compute(Encoding.ASCII.GetBytes(name)).ToString("x8", CultureInfo.InvariantCulture);

    private static CorruptIndexException Damaged(string why) => new($"{why}; rebuild the index to write it anew", Name, 0);
}
