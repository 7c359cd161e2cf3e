namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>A term, or a prefix whose blocks are written, that waits for the block it will stand in. Reused for later entries.</summary>
internal sealed class PendingEntry
{
    private byte[] _bytes = new byte[32];
    private int _length;

    /// <summary>The term or prefix.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>True for a term.</summary>
    public bool IsTerm { get; private set; }

    /// <summary>Where the term's postings are; meaningless for a prefix.</summary>
    public BlockTermState State { get; } = new();

    /// <summary>Where the prefix's first block is in .tim; meaningless for a term.</summary>
    public long BlockFP { get; private set; }

    public void SetTerm(ReadOnlySpan<byte> term, BlockTermState state)
    {
        SetBytes(term);
        IsTerm = true;
        State.CopyFrom(state);
    }

    public void SetBlock(ReadOnlySpan<byte> prefix, long fp)
    {
        SetBytes(prefix);
        IsTerm = false;
        BlockFP = fp;
    }

    /// <summary>The byte behind a prefix of the given length, -1 when the entry is that prefix.</summary>
    public int LeadByte(int prefixLength) => _length == prefixLength ? -1 : _bytes[prefixLength];

    private void SetBytes(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length < bytes.Length) _bytes = new byte[Math.Max(_bytes.Length * 2, bytes.Length)];
        bytes.CopyTo(_bytes);
        _length = bytes.Length;
    }
}
