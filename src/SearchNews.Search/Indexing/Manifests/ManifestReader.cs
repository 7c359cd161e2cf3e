using System.Buffers.Text;
using System.Text;
using SearchNews.Articles;
using SearchNews.Articles.Diagnostics;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Search.Indexing.Manifests;

/// <summary>Reads <see cref="ManifestFormat"/>: all of it or nothing.</summary>
internal ref struct ManifestReader
{
    // "i 0 0 ", a hash, a blank, a path of one character and its extension, the line end.
    private const int MinLine = 6 + ContentHash.Digits + 1 + 4 + 1;

    private ReadOnlySpan<byte> _rest;

    private ManifestReader(ReadOnlySpan<byte> lines) => _rest = lines;

    /// <summary>The manifest of a commit; null when it is missing, damaged, of another version or of another commit.</summary>
    public static ArticleManifest? Read(IndexDirectory directory, SegmentInfos commit)
    {
        try
        {
            return Body(directory) is { } body ? new ManifestReader(body).Read(commit) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether the checksum is right.</summary>
    /// <exception cref="FileNotFoundException">There is no manifest.</exception>
    public static bool IsSound(IndexDirectory directory) => Body(directory) is not null;

    /// <summary>What stands before the last line; null when that line does not have its checksum.</summary>
    private static byte[]? Body(IndexDirectory directory)
    {
        IndexInput input = directory.OpenInput(ManifestFormat.FileName);
        byte[] bytes = new byte[input.Length];
        input.ReadBytes(bytes);
        int body = bytes.Length - ManifestFormat.ChecksumLine(0).Length - 1;
        if (body < 0) return null;
        bool isSound = bytes.AsSpan(body).SequenceEqual(Encoding.ASCII.GetBytes(ManifestFormat.ChecksumLine(Crc32.Compute(bytes.AsSpan(0, body))) + "\n"));
        return isSound ? bytes[..body] : null;
    }

    private ArticleManifest? Read(SegmentInfos commit)
    {
        if (!Line().SequenceEqual(Encoding.ASCII.GetBytes(ManifestFormat.Signature))) return null;
        var header = new ManifestReader(Line());
        header.Expect(ManifestFormat.Commit);
        if (header.Number() != commit.Generation || Encoding.ASCII.GetString(header.Word()) != Convert.ToHexStringLower(commit.Id)) return null;
        var scanned = new ManifestReader(Line());
        scanned.Expect(ManifestFormat.Scanned);
        var scannedAt = new DateTimeOffset(Math.Clamp(scanned.Number(), DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
        var files = new ManifestReader(Line());
        files.Expect(ManifestFormat.Files);
        long count = files.Number();
        if (count < 0 || count > _rest.Length / MinLine) return null;
        var entries = new ManifestTable();
        for (long i = 0; i < count; i++)
        {
            if (!new ManifestReader(Line()).TryAddTo(entries)) return null;
        }

        return _rest.IsEmpty ? new ArticleManifest(entries, scannedAt) : null;
    }

    /// <summary>Adds the file of a line; false when one of its id is there.</summary>
    private bool TryAddTo(ManifestTable entries)
    {
        ReadOnlySpan<byte> mark = Word();
        ArticleOutcome outcome = mark.Length != 1 ? throw new FormatException() : (char)mark[0] switch
        {
            'i' => ArticleOutcome.Indexed,
            'r' => ArticleOutcome.Removed,
            's' => ArticleOutcome.Skipped,
            _ => throw new FormatException(),
        };
        long size = Number();
        long ticks = Number();
        ContentHash hash = Hash();
        if (outcome != ArticleOutcome.Skipped) return entries.TryAdd(Article(_rest), size, ticks, hash, outcome, null);
        int line = (int)Number();
        int column = (int)Number();
        string code = Encoding.UTF8.GetString(Word());
        int tab = _rest.IndexOf((byte)'\t');
        if (tab < 0) throw new FormatException();
        ReadOnlySpan<byte> path = Article(_rest[..tab]);
        var problem = new ArticleDiagnostic(Encoding.UTF8.GetString(path), line, column, code, DiagnosticSeverity.Error, Encoding.UTF8.GetString(_rest[(tab + 1)..]));
        return entries.TryAdd(path, size, ticks, hash, outcome, problem);
    }

    private static ReadOnlySpan<byte> Article(ReadOnlySpan<byte> path) => ArticleId.IsArticleFileName(path) ? path : throw new FormatException();

    private ReadOnlySpan<byte> Line() => Until((byte)'\n');

    private ReadOnlySpan<byte> Word() => Until((byte)' ');

    private ReadOnlySpan<byte> Until(byte end)
    {
        int at = _rest.IndexOf(end);
        ReadOnlySpan<byte> found = at < 0 ? _rest : _rest[..at];
        _rest = at < 0 ? [] : _rest[(at + 1)..];
        return found;
    }

    private long Number()
    {
        ReadOnlySpan<byte> word = Word();
        return Utf8Parser.TryParse(word, out long value, out int used) && used == word.Length ? value : throw new FormatException();
    }

    private ContentHash Hash() => ContentHash.TryParse(Word(), out ContentHash hash) ? hash : throw new FormatException();

    private void Expect(string word)
    {
        if (!Word().SequenceEqual(Encoding.ASCII.GetBytes(word))) throw new FormatException();
    }
}
