namespace SearchNews.Lucene.Util.Fst;

/// <summary>An arc of a node that is not written yet.</summary>
/// <param name="Label">The byte of the key.</param>
/// <param name="IsFinal">A key ends with this arc.</param>
/// <param name="OutputStart">Where the key's output is in the node's <see cref="FstPendingNode.Outputs"/>.</param>
/// <param name="OutputLength">Length of that output; 0 when no key ends here.</param>
/// <param name="Target">Address of the node the arc leads to, 0 while there is none.</param>
internal readonly record struct FstPendingArc(byte Label, bool IsFinal, int OutputStart, int OutputLength, int Target)
{
    /// <summary>Bytes the arc takes with flags, label and address.</summary>
    public int EncodedLength
    {
        get
        {
            int length = 2;
            if (OutputLength > 0) length += VIntLength(OutputLength) + OutputLength;
            return Target == 0 ? length : length + VIntLength(Target);
        }
    }

    private static int VIntLength(int value) => (38 - int.LeadingZeroCount(value)) / 7;
}
