using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using SearchNews.Articles.Diagnostics;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Search.Indexing.Manifests;

/// <summary>Writes <see cref="ManifestFormat"/>.</summary>
internal static class ManifestWriter
{
    private const string TemporaryName = ManifestFormat.FileName + ".tmp";
    // A mark, two numbers of 64 bits, a hash, blanks and the line end.
    private const int NumbersLength = 1 + 20 + 20 + ContentHash.Digits + 5;

    /// <summary>Replaces the manifest of a generation atomically: after a kill or a power cut the old one is there, or the new one.</summary>
    public static void Write(IndexDirectory directory, SegmentInfos commit, ArticleManifest manifest)
    {
        if (directory.ListAll().Contains(TemporaryName, StringComparer.Ordinal)) directory.DeleteFile(TemporaryName);
        using (IndexOutput output = directory.CreateOutput(TemporaryName)) Write(output, commit, manifest);
        directory.Sync([TemporaryName]);
        directory.Replace(TemporaryName, ManifestFormat.FileName);
    }

    private static void Write(IndexOutput output, SegmentInfos commit, ArticleManifest manifest)
    {
        ManifestTable entries = manifest.Entries;
        Write(output, $"{ManifestFormat.Signature}\n");
        Write(output, string.Create(CultureInfo.InvariantCulture, $"{ManifestFormat.Commit} {commit.Generation} {Convert.ToHexStringLower(commit.Id)}\n"));
        Write(output, string.Create(CultureInfo.InvariantCulture, $"{ManifestFormat.Scanned} {manifest.ScannedAt.UtcTicks}\n"));
        Write(output, string.Create(CultureInfo.InvariantCulture, $"{ManifestFormat.Files} {entries.Count}\n"));
        foreach (int row in entries.SortedRows()) WriteFile(output, entries, row);
        Write(output, ManifestFormat.ChecksumLine(output.Checksum) + "\n");
    }

    private static void WriteFile(IndexOutput output, ManifestTable entries, int row)
    {
        ManifestEntry entry = entries.EntryOf(row);

        // Byte by byte: there may be millions of these.
        Span<byte> numbers = stackalloc byte[NumbersLength];
        numbers[0] = (byte)ManifestFormat.MarkOf(entry.Outcome);
        numbers[1] = (byte)' ';
        int at = 2;
        at += Write(numbers[at..], entry.Size);
        at += Write(numbers[at..], entry.ModifiedTicks);
        entry.Hash.Write(numbers[at..]);
        at += ContentHash.Digits;
        numbers[at++] = (byte)' ';
        output.WriteBytes(numbers[..at]);
        if (entry.Problem is { } problem) Write(output, string.Create(CultureInfo.InvariantCulture, $"{problem.Line} {problem.Column} {problem.Code} "));
        output.WriteBytes(entries.PathOf(row));
        if (entry.Problem is not null) Write(output, $"\t{OneLine(entry.Problem)}");
        output.WriteByte((byte)'\n');
    }

    /// <summary>Writes a number and a blank; returns how many bytes that are.</summary>
    private static int Write(Span<byte> line, long number)
    {
        bool fits = Utf8Formatter.TryFormat(number, line, out int length);
        Debug.Assert(fits, "Numbers have a known greatest length.");
        line[length] = (byte)' ';
        return length + 1;
    }

    /// <summary>Messages have no control characters, which is checked here once more: one would make the whole file unreadable.</summary>
    private static string OneLine(ArticleDiagnostic problem) =>
        problem.Message.Any(char.IsControl) ? string.Concat(problem.Message.Select(c => char.IsControl(c) ? ' ' : c)) : problem.Message;

    private static void Write(IndexOutput output, string text) => output.WriteBytes(Encoding.UTF8.GetBytes(text));
}
