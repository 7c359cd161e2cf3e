using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Util.Fst;

/// <summary>Appends finished nodes to the body of an FST, each in the form that is read fastest for its price.</summary>
internal sealed class FstNodeWriter
{
    /// <summary>Depth up to which nodes with few arcs are worth fast access: most look-ups pass through them.</summary>
    private const int ShallowDepth = 3;

    /// <summary>From so many arcs on, fast access beats a list at shallow depth.</summary>
    private const int MinArcsShallow = 5;

    /// <summary>From so many arcs on, fast access beats a list anywhere.</summary>
    private const int MinArcsDeep = 10;

    /// <summary>Arcs of one size may take this many times the bytes of a list: more would push other nodes out of the processor's caches.</summary>
    private const int MaxGrowth = 3;

    private readonly MemoryOutput _node = new();
    private byte[] _body = new byte[1024];

    // Byte 0 is a pad, so that no node has address 0.
    private int _length = 1;

    /// <summary>The nodes written so far.</summary>
    public ReadOnlySpan<byte> Body => _body.AsSpan(0, _length);

    /// <summary>Forgets all nodes.</summary>
    public void Clear() => _length = 1;

    /// <summary>Appends a node, whose targets are all written, and returns its address.</summary>
    /// <param name="pending">At least one arc.</param>
    /// <param name="depth">Arcs between the root and the node.</param>
    public int Write(FstPendingNode pending, int depth)
    {
        _node.Reset();
        ReadOnlySpan<FstPendingArc> arcs = pending.Arcs;
        if (arcs.Length < (depth <= ShallowDepth ? MinArcsShallow : MinArcsDeep) || !TryWriteFixed(arcs, pending.Outputs)) WriteList(arcs, pending.Outputs);
        return AppendReversed(_node.WrittenSpan);
    }

    private bool TryWriteFixed(ReadOnlySpan<FstPendingArc> arcs, ReadOnlySpan<byte> outputs)
    {
        long list = 0;
        int size = 0;
        foreach (FstPendingArc arc in arcs)
        {
            list += arc.EncodedLength;
            size = Math.Max(size, arc.EncodedLength);
        }

        int range = arcs[^1].Label - arcs[0].Label + 1;
        long binary = (long)arcs.Length * size;
        long direct = ((range + 7) >> 3) + 1 + ((long)arcs.Length * (size - 1));
        if (Math.Min(binary, direct) > MaxGrowth * list) return false;
        if (direct <= binary) WriteDirect(arcs, outputs, range, size - 1);
        else WriteBinary(arcs, outputs, size);
        return true;
    }

    private void WriteDirect(ReadOnlySpan<FstPendingArc> arcs, ReadOnlySpan<byte> outputs, int range, int size)
    {
        Span<byte> presence = stackalloc byte[FstFormat.MaxArcs / 8];
        presence.Clear();
        foreach (FstPendingArc arc in arcs)
        {
            int bit = arc.Label - arcs[0].Label;
            presence[bit >> 3] |= (byte)(1 << (bit & 7));
        }

        _node.WriteByte(FstFormat.DirectNode);
        _node.WriteVInt(range);
        _node.WriteVInt(size);
        _node.WriteBytes(presence[..((range + 7) >> 3)]);
        _node.WriteByte(arcs[0].Label);
        for (int i = 0; i < arcs.Length; i++)
        {
            long start = _node.Position;
            byte flags = Flags(arcs[i], isLast: i == arcs.Length - 1);
            _node.WriteByte(flags);
            WriteOutputAndTarget(arcs[i], flags, outputs);
            PadTo(start + size);
        }
    }

    private void WriteBinary(ReadOnlySpan<FstPendingArc> arcs, ReadOnlySpan<byte> outputs, int size)
    {
        _node.WriteByte(FstFormat.BinarySearchNode);
        _node.WriteVInt(arcs.Length);
        _node.WriteVInt(size);
        for (int i = 0; i < arcs.Length; i++)
        {
            long start = _node.Position;
            WriteArc(arcs[i], Flags(arcs[i], isLast: i == arcs.Length - 1), outputs);
            PadTo(start + size);
        }
    }

    private void WriteList(ReadOnlySpan<FstPendingArc> arcs, ReadOnlySpan<byte> outputs)
    {
        // The node written last begins right behind this one, in reading direction: one arc can do without its address.
        int next = _length - 1;
        for (int i = 0; i < arcs.Length; i++)
        {
            byte flags = Flags(arcs[i], isLast: i == arcs.Length - 1);
            if (next != 0 && arcs[i].Target == next) flags |= FstFormat.TargetNext;
            WriteArc(arcs[i], flags, outputs);
        }
    }

    private void WriteArc(FstPendingArc arc, byte flags, ReadOnlySpan<byte> outputs)
    {
        _node.WriteByte(flags);
        _node.WriteByte(arc.Label);
        WriteOutputAndTarget(arc, flags, outputs);
    }

    private void WriteOutputAndTarget(FstPendingArc arc, byte flags, ReadOnlySpan<byte> outputs)
    {
        if ((flags & FstFormat.HasFinalOutput) != 0)
        {
            _node.WriteVInt(arc.OutputLength);
            _node.WriteBytes(outputs.Slice(arc.OutputStart, arc.OutputLength));
        }

        if ((flags & (FstFormat.StopArc | FstFormat.TargetNext)) == 0) _node.WriteVLong(arc.Target);
    }

    private static byte Flags(FstPendingArc arc, bool isLast)
    {
        int flags = 0;
        if (isLast) flags |= FstFormat.LastArc;
        if (arc.IsFinal) flags |= FstFormat.FinalArc;
        if (arc.OutputLength > 0) flags |= FstFormat.HasFinalOutput;
        if (arc.Target == 0) flags |= FstFormat.StopArc;
        return (byte)flags;
    }

    private void PadTo(long position)
    {
        while (_node.Position < position) _node.WriteByte(0);
    }

    private int AppendReversed(ReadOnlySpan<byte> bytes)
    {
        if (_body.Length - _length < bytes.Length) Array.Resize(ref _body, Math.Max(_body.Length * 2, _length + bytes.Length));
        Span<byte> place = _body.AsSpan(_length, bytes.Length);
        bytes.CopyTo(place);
        place.Reverse();
        _length += bytes.Length;
        return _length - 1;
    }
}
