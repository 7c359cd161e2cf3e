using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using SearchNews.Articles.Diagnostics;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Search.Indexing.Manifests;

/// <summary>Writes <see cref="ManifestFormat"/>.</summary>
internal static class ManifestWriter
{
    private const string TemporaryName = ManifestFormat.FileName + ".tmp";
    private const int BytesPerLine = 128;

    // A mark, two numbers of 64 bits, a hash, blanks and the line end.
    private const int NumbersLength = 1 + 20 + 20 + ContentHash.Digits + 5;

    /// <summary>Replaces the manifest of a generation atomically: after a kill or a power cut the old one is there, or the new one.</summary>
    public static void Write(IndexDirectory directory, SegmentInfos commit, ArticleManifest manifest)
    {
        ReadOnlySpan<byte> bytes = Format(commit, manifest);
        if (directory.ListAll().Contains(TemporaryName, StringComparer.Ordinal)) directory.DeleteFile(TemporaryName);
        using (IndexOutput output = directory.CreateOutput(TemporaryName)) output.WriteBytes(bytes);
        directory.Sync([TemporaryName]);
        directory.Replace(TemporaryName, ManifestFormat.FileName);
    }

    private static ReadOnlySpan<byte> Format(SegmentInfos commit, ArticleManifest manifest)
    {
        var entries = new ManifestEntry[manifest.Entries.Count];
        int count = 0;
        foreach (ManifestEntry entry in manifest.Entries.Values) entries[count++] = entry;
        Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Path, b.Path));

        var lines = new ArrayBufferWriter<byte>((entries.Length + 8) * BytesPerLine);
        Write(lines, $"{ManifestFormat.Signature}\n");
        Write(lines, string.Create(CultureInfo.InvariantCulture, $"{ManifestFormat.Commit} {commit.Generation} {Convert.ToHexStringLower(commit.Id)}\n"));
        Write(lines, string.Create(CultureInfo.InvariantCulture, $"{ManifestFormat.Scanned} {manifest.ScannedAt.UtcTicks}\n"));
        Write(lines, string.Create(CultureInfo.InvariantCulture, $"{ManifestFormat.Files} {entries.Length}\n"));
        foreach (ManifestEntry entry in entries) Write(lines, entry);
        Write(lines, ManifestFormat.ChecksumLine(Crc32.Compute(lines.WrittenSpan)) + "\n");
        return lines.WrittenSpan;
    }

    private static void Write(ArrayBufferWriter<byte> lines, ManifestEntry entry)
    {
        if (entry.Problem is { } problem)
        {
            Write(lines, string.Create(CultureInfo.InvariantCulture, $"{ManifestFormat.MarkOf(entry.Outcome)} {entry.Size} {entry.ModifiedTicks} {entry.Hash} {problem.Line} {problem.Column} {problem.Code} {entry.Path}\t{OneLine(problem)}\n"));
            return;
        }

        // Straight into the buffer: there may be a hundred thousand of these.
        Span<byte> line = lines.GetSpan(NumbersLength + Encoding.UTF8.GetMaxByteCount(entry.Path.Length));
        line[0] = (byte)ManifestFormat.MarkOf(entry.Outcome);
        line[1] = (byte)' ';
        int at = 2;
        at += Write(line[at..], entry.Size);
        at += Write(line[at..], entry.ModifiedTicks);
        entry.Hash.Write(line[at..]);
        at += ContentHash.Digits;
        line[at++] = (byte)' ';
        at += Encoding.UTF8.GetBytes(entry.Path, line[at..]);
        line[at++] = (byte)'\n';
        lines.Advance(at);
    }

    /// <summary>Writes a number and a blank; returns how many bytes that are.</summary>
    private static int Write(Span<byte> line, long number)
    {
        bool fits = Utf8Formatter.TryFormat(number, line, out int length);
        Debug.Assert(fits, "Numbers and path have a known greatest length.");
        line[length] = (byte)' ';
        return length + 1;
    }

    /// <summary>Messages have no control characters, which is checked here once more: one would make the whole file unreadable.</summary>
    private static string OneLine(ArticleDiagnostic problem) =>
        problem.Message.Any(char.IsControl) ? string.Concat(problem.Message.Select(c => char.IsControl(c) ? ' ' : c)) : problem.Message;

    private static void Write(ArrayBufferWriter<byte> lines, string text) => Encoding.UTF8.GetBytes(text, lines);
}
