using SearchNews.Lucene.Util.Fst;

namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>Finds all prefixes of a target that have blocks, by one walk through the field's index. Reused; belongs to one thread.</summary>
internal sealed class BlockIndexWalk(BlockTreeTerms field)
{
    /// <summary>Longest code: head and count, and 256 floor blocks of a lead byte and a vLong each, rounded up.</summary>
    private const int MaxCodeLength = 4096;

    // Outputs of the arcs on the way, joined; a match's code is the first so many of these bytes and its final output.
    private byte[] _outputs = [];
    private Match[] _matches = new Match[8];

    /// <summary>Walks along <paramref name="target"/>.</summary>
    /// <returns>How many prefixes have blocks, the empty one included; match 0 is the empty prefix, the last is the longest.</returns>
    public int Walk(ReadOnlySpan<byte> target)
    {
        FstReader index = field.Index;
        int count = 1;
        int joined = 0;
        int node = index.Root;
        for (int i = 0; i < target.Length && node != FstReader.NoNode; i++)
        {
            if (!index.TryFindArc(node, target[i], out FstArc arc)) break;
            if (arc.Output.Length > 0)
            {
                MakeRoom(arc.Output, joined);
                index.Bytes(arc.Output).CopyTo(_outputs.AsSpan(joined));
                joined += arc.Output.Length;
            }

            if (arc.IsFinal)
            {
                if (joined > 0) MakeRoom(arc.FinalOutput, joined);
                if (count == _matches.Length) Array.Resize(ref _matches, count * 2);
                _matches[count++] = new Match(i + 1, joined, arc.FinalOutput);
            }

            node = arc.Target;
        }

        return count;
    }

    /// <summary>Length of the prefix of a match of the last walk.</summary>
    public int PrefixLength(int match) => _matches[match].PrefixLength;

    /// <summary>
    /// The block of a match of the last walk in which the target is, if anywhere. Ask for longer prefixes before shorter ones: the
    /// code of a match may overwrite those of longer ones.
    /// </summary>
    public BlockPointer Pointer(int match, ReadOnlySpan<byte> target)
    {
        Match found = _matches[match];
        int leadByte = found.PrefixLength < target.Length ? target[found.PrefixLength] : -1;
        if (!BlockPointer.TryDecode(match == 0 ? field.RootCode : Code(found), leadByte, out BlockPointer pointer))
            field.Index.ThrowCorrupt($"field '{field.Field.Name}': code of a block is damaged", found.FinalOutput.Start);
        return pointer;
    }

    private ReadOnlySpan<byte> Code(Match match)
    {
        ReadOnlySpan<byte> finalOutput = field.Index.Bytes(match.FinalOutput);
        if (match.Joined == 0) return finalOutput;
        finalOutput.CopyTo(_outputs.AsSpan(match.Joined));
        return _outputs.AsSpan(0, match.Joined + finalOutput.Length);
    }

    private void MakeRoom(FstSlice output, int joined)
    {
        int length = joined + output.Length;
        if (length > MaxCodeLength) field.Index.ThrowCorrupt($"code of a block has {length} bytes, expected {MaxCodeLength} at most", output.Start);
        if (_outputs.Length < length) Array.Resize(ref _outputs, Math.Max(_outputs.Length * 2, length));
    }

    /// <summary>A prefix of the target that has blocks.</summary>
    /// <param name="PrefixLength">Its length.</param>
    /// <param name="Joined">How many bytes of the arcs' outputs begin its code.</param>
    /// <param name="FinalOutput">The rest of its code.</param>
    private readonly record struct Match(int PrefixLength, int Joined, FstSlice FinalOutput);
}
