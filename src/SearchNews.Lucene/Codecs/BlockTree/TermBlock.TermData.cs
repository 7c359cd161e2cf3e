using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>Statistics and metadata of a block's terms. Both build on the term before, so they are decoded in order, and only as far as asked for.</summary>
internal sealed partial class TermBlock
{
    private readonly BlockTermState _state = new();
    private int _decoded;
    private int _singletons;
    private long _statisticsStart;
    private long _statisticsPosition;
    private long _statisticsEnd;
    private long _metadataStart;
    private long _metadataPosition;
    private long _metadataEnd;

    /// <summary>The postings of a term. The result is reused: copy it to keep it.</summary>
    /// <param name="index">The entry; it must be a term.</param>
    /// <exception cref="CorruptIndexException">The block is damaged.</exception>
    public BlockTermState State(int index)
    {
        int ordinal = _isLeaf ? index : _ordinals[index];
        if (ordinal < _decoded - 1) Rewind();
        while (_decoded <= ordinal) DecodeNext();
        return _state;
    }

    private void LocateTermData()
    {
        int length = input.ReadVInt("length of statistics", input.Remaining);
        _statisticsStart = input.Position;
        _statisticsEnd = _statisticsStart + length;
        input.Position = _statisticsEnd;
        length = input.ReadVInt("length of metadata", input.Remaining);
        _metadataStart = input.Position;
        _metadataEnd = _metadataStart + length;
        input.Position = _metadataEnd;
        Rewind();
    }

    private void Rewind()
    {
        _decoded = 0;
        _singletons = 0;
        _statisticsPosition = _statisticsStart;
        _metadataPosition = _metadataStart;
    }

    private void DecodeNext()
    {
        if (_singletons > 0)
        {
            _singletons--;
            _state.DocFreq = 1;
            _state.TotalTermFreq = 1;
        }
        else
        {
            input.Position = _statisticsPosition;
            ReadStatistics();
            if (input.Position > _statisticsEnd) ThrowCorrupt($"statistics end at {_statisticsEnd}, those of term {_decoded} go on", _statisticsPosition);
            _statisticsPosition = input.Position;
        }

        input.Position = _metadataPosition;
        field.Postings.DecodeTerm(input, field.Field, _state, absolute: _decoded == 0);
        if (input.Position > _metadataEnd) ThrowCorrupt($"metadata end at {_metadataEnd}, those of term {_decoded} go on", _metadataPosition);
        _metadataPosition = input.Position;
        _decoded++;
    }

    private void ReadStatistics()
    {
        int code = input.ReadVInt();
        if ((code & 1) != 0)
        {
            _singletons = code >>> 1;
            _state.DocFreq = 1;
            _state.TotalTermFreq = 1;
            return;
        }

        int docFreq = code >>> 1;
        long totalTermFreq = field.Field.HasFreqs ? docFreq + input.ReadVLong() : docFreq;
        if (docFreq < 1 || docFreq > field.DocCount || totalTermFreq < docFreq || totalTermFreq > field.SumTotalTermFreq)
        {
            ThrowCorrupt(
                $"term {_decoded} has docFreq {docFreq}, totalTermFreq {totalTermFreq}; the field has docCount {field.DocCount}, sumTotalTermFreq {field.SumTotalTermFreq}",
                _statisticsPosition);
        }

        _state.DocFreq = docFreq;
        _state.TotalTermFreq = totalTermFreq;
    }
}
