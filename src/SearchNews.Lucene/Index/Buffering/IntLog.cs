namespace SearchNews.Lucene.Index.Buffering;

/// <summary>A growing list of integers in blocks that never move, so that appending costs no copies. One thread.</summary>
internal sealed class IntLog
{
    private const int BlockShift = 13;
    private const int BlockLength = 1 << BlockShift;

    private readonly List<int[]> _blocks = [];
    private int[] _block = [];
    private int _used;

    /// <summary>Number of integers.</summary>
    public long Count => _blocks.Count == 0 ? 0 : ((long)(_blocks.Count - 1) << BlockShift) + _used;

    /// <summary>Bytes of memory held.</summary>
    public long RamBytes => (long)_blocks.Count * BlockLength * sizeof(int);

    public void Add(int value)
    {
        if (_used == _block.Length) NewBlock();
        _block[_used++] = value;
    }

    /// <summary>Forgets everything from <paramref name="count"/> on.</summary>
    public void Truncate(long count)
    {
        int blocks = (int)((count + BlockLength - 1) >> BlockShift);
        _blocks.RemoveRange(blocks, _blocks.Count - blocks);
        _block = blocks == 0 ? [] : _blocks[^1];
        _used = blocks == 0 ? 0 : (int)(count - ((long)(blocks - 1) << BlockShift));
    }

    /// <summary>Reads from the start.</summary>
    public Reader Read() => new(_blocks);

    private void NewBlock()
    {
        _block = GC.AllocateUninitializedArray<int>(BlockLength);
        _blocks.Add(_block);
        _used = 0;
    }

    /// <summary>Reads a log in order; the caller knows how much there is.</summary>
    internal ref struct Reader(List<int[]> blocks)
    {
        private ReadOnlySpan<int> _block;
        private int _next;
        private int _at;

        public int Next()
        {
            if (_at == _block.Length)
            {
                _block = blocks[_next++];
                _at = 0;
            }

            return _block[_at++];
        }
    }
}
