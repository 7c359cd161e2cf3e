using System.Globalization;
using System.Text;
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
    public static string? Read(IndexDirectory root)
    {
        try
        {
            return Parse(root);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The same for the files of a folder, which need not exist.</summary>
    public static string? Read(string folder) => Directory.Exists(folder) ? Read(new FileSystemDirectory(folder)) : null;

    /// <summary>
    /// Makes <paramref name="generation"/> the live one; durable when it returns. When it throws, the generation named before or this one is live, and it may be the
    /// other one after a power cut: both must stay until a later switch succeeds.
    /// </summary>
    public static void Write(IndexDirectory root, string generation)
    {
        if (root.ListAll().Contains(TemporaryName, StringComparer.Ordinal)) root.DeleteFile(TemporaryName);
        using (IndexOutput output = root.CreateOutput(TemporaryName))
            output.WriteBytes(Encoding.ASCII.GetBytes($"{generation} {ChecksumOf(generation)}\n"));
        root.Sync([TemporaryName]);
        root.Replace(TemporaryName, Name);
        root.SyncMetadata();
    }

    private static string Parse(IndexDirectory root)
    {
        if (root.FileLength(Name) > MaxLength) throw Damaged("it is too long");
        string line = Encoding.ASCII.GetString(root.OpenInput(Name).Span).TrimEnd('\n', '\r');
        string[] words = line.Split(' ');
        if (words.Length != 2 || !Generation.TryParseName(words[0], out _)) throw Damaged("expected a generation and its checksum");
        if (words[1] != ChecksumOf(words[0])) throw Damaged($"the checksum of '{words[0]}' is {ChecksumOf(words[0])}");
        return words[0];
    }

    private static string ChecksumOf(string name) => Crc32.Compute(Encoding.ASCII.GetBytes(name)).ToString("x8", CultureInfo.InvariantCulture);

    private static CorruptIndexException Damaged(string why) => new($"{why}; rebuild the index to write it anew", Name, 0);
}
