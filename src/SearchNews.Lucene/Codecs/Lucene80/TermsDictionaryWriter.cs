using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Writes the sorted distinct values of a field; the layout is on <see cref="TermsDictionary"/>.</summary>
internal sealed class TermsDictionaryWriter(DataOutput meta, DataOutput data)
{
    private readonly MemoryOutput _addresses = new();
    private byte[] _previous = new byte[64];
    private int _previousLength;

    /// <summary>Gives the value of an ordinal; valid until the next call.</summary>
    public delegate ReadOnlySpan<byte> Lookup(long ord);

    /// <summary>Writes the terms of ordinals 0 to <paramref name="size"/> - 1, which must ascend as unsigned bytes, each different from the one before.</summary>
    public void Write(long size, Lookup lookup)
    {
        meta.WriteVLong(size);
        WriteTerms(size, lookup);
        WriteReverseIndex(size, lookup);
    }

    private void WriteTerms(long size, Lookup lookup)
    {
        meta.WriteInt32(TermsDictionaryFormat.BlockShift);
        meta.WriteInt32(Lucene80DocValuesFormat.MonotonicShift);
        var blocks = new DirectMonotonicWriter(meta, _addresses, Lucene80DocValuesFormat.MonotonicShift);
        long start = data.Position;
        int maxLength = 0;
        for (long ord = 0; ord < size; ord++)
        {
            ReadOnlySpan<byte> term = lookup(ord);
            int prefix = ord == 0 ? 0 : CheckedPrefix(term);
            if ((ord & TermsDictionaryFormat.BlockMask) == 0)
            {
                blocks.Add(data.Position - start);
                data.WriteVInt(term.Length);
                data.WriteBytes(term);
            }
            else
            {
                WriteSuffix(term, prefix);
            }

            maxLength = Math.Max(maxLength, term.Length);
            Remember(term);
        }

        blocks.Finish();
        meta.WriteInt32(maxLength);
        WritePlaces(start);
    }

    private void WriteSuffix(ReadOnlySpan<byte> term, int prefix)
    {
        int suffix = term.Length - prefix;
        data.WriteByte((byte)(Math.Min(prefix, TermsDictionaryFormat.MaxInToken) | (Math.Min(suffix - 1, TermsDictionaryFormat.MaxInToken) << 4)));
        if (prefix >= TermsDictionaryFormat.MaxInToken) data.WriteVInt(prefix - TermsDictionaryFormat.MaxInToken);
        if (suffix > TermsDictionaryFormat.MaxInToken) data.WriteVInt(suffix - 1 - TermsDictionaryFormat.MaxInToken);
        data.WriteBytes(term[prefix..]);
    }

    private void WriteReverseIndex(long size, Lookup lookup)
    {
        _addresses.Reset();
        meta.WriteInt32(TermsDictionaryFormat.IndexShift);
        var offsets = new DirectMonotonicWriter(meta, _addresses, Lucene80DocValuesFormat.MonotonicShift);
        long start = data.Position;
        for (long ord = 0; ord < size; ord += 1 << TermsDictionaryFormat.IndexShift)
        {
            offsets.Add(data.Position - start);
            if (ord == 0) continue;
            Remember(lookup(ord - 1));
            ReadOnlySpan<byte> term = lookup(ord);
            data.WriteBytes(term[..(CheckedPrefix(term) + 1)]);
        }

        offsets.Add(data.Position - start);
        offsets.Finish();
        WritePlaces(start);
    }

    private int CheckedPrefix(ReadOnlySpan<byte> term)
    {
        ReadOnlySpan<byte> previous = _previous.AsSpan(0, _previousLength);
        if (previous.SequenceCompareTo(term) >= 0) throw new InvalidOperationException($"Term {Convert.ToHexString(term)} follows {Convert.ToHexString(previous)}.");
        return previous.CommonPrefixLength(term);
    }

    private void Remember(ReadOnlySpan<byte> term)
    {
        if (term.Length > _previous.Length) _previous = new byte[Math.Max(term.Length, 2 * _previous.Length)];
        term.CopyTo(_previous);
        _previousLength = term.Length;
    }

    // What was written since start, and behind it the addresses.
    private void WritePlaces(long start)
    {
        meta.WriteInt64(start);
        meta.WriteInt64(data.Position - start);
        meta.WriteInt64(data.Position);
        meta.WriteInt64(_addresses.Position);
        _addresses.CopyTo(data);
    }
}
