using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene50;

/// <summary>
/// Reads the files inside a compound segment. The checksum of the whole .cfs is verified once, when it is opened; the files in it
/// carry checksums of their own over the same bytes, which are therefore not computed again.
/// </summary>
internal sealed class CompoundDirectory : IndexDirectory
{
    private readonly IndexInput _data;
    private readonly SortedDictionary<string, (long Offset, long Length)> _entries;

    private CompoundDirectory(IndexInput data, SortedDictionary<string, (long Offset, long Length)> entries)
    {
        _data = data;
        _entries = entries;
    }

    /// <summary>Opens the compound file of a segment.</summary>
    /// <exception cref="CorruptIndexException">A checksum, the table or a length is wrong.</exception>
    public static CompoundDirectory Open(IndexDirectory directory, SegmentInfo segment)
    {
        SortedDictionary<string, (long Offset, long Length)> entries = Lucene50CompoundFormat.ReadEntries(directory, segment);
        IndexInput data = Lucene50CompoundFormat.OpenData(directory, segment, entries.Values);
        return new CompoundDirectory(data, entries);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> ListAll() => [.. _entries.Keys];

    /// <inheritdoc/>
    public override long FileLength(string name) => Find(name).Length;

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name)
    {
        (long offset, long length) = Find(name);
        return _data.Slice(name, offset, length);
    }

    /// <inheritdoc/>
    public override IndexInput OpenVerified(string name)
    {
        IndexInput input = OpenInput(name);
        CodecUtil.CheckFooter(input);
        return input;
    }

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name) => throw ReadOnly();

    /// <inheritdoc/>
    public override void DeleteFile(string name) => throw ReadOnly();

    /// <inheritdoc/>
    public override void Rename(string source, string destination) => throw ReadOnly();

    /// <inheritdoc/>
    public override void Replace(string source, string destination) => throw ReadOnly();

    /// <inheritdoc/>
    public override void Sync(IEnumerable<string> names) => throw ReadOnly();

    /// <inheritdoc/>
    public override void SyncMetadata() => throw ReadOnly();

    /// <inheritdoc/>
    public override IndexLock ObtainLock(string name) => throw ReadOnly();

    private static NotSupportedException ReadOnly() => new("A compound file is read only.");

    private (long Offset, long Length) Find(string name) =>
        _entries.TryGetValue(name, out (long Offset, long Length) entry) ? entry : throw new FileNotFoundException($"No file '{name}' in {_data.Name}.", name);
}
