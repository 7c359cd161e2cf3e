using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Util.Fst;

/// <summary>A node on the path of the last key added: more arcs may come, so it is not written yet. Reused for later nodes of the same depth.</summary>
internal sealed class FstPendingNode
{
    private readonly List<FstPendingArc> _arcs = [];
    private byte[] _outputs = new byte[64];
    private int _outputLength;

    /// <summary>The arcs, labels ascending.</summary>
    public ReadOnlySpan<FstPendingArc> Arcs => CollectionsMarshal.AsSpan(_arcs);

    /// <summary>The outputs of the arcs.</summary>
    public ReadOnlySpan<byte> Outputs => _outputs.AsSpan(0, _outputLength);

    public void Clear()
    {
        _arcs.Clear();
        _outputLength = 0;
    }

    /// <summary>Appends an arc on which no key ends so far.</summary>
    public void AddArc(byte label) => _arcs.Add(new FstPendingArc(label, IsFinal: false, _outputLength, 0, 0));

    /// <summary>Lets a key with that output end on the last arc.</summary>
    public void EndKey(ReadOnlySpan<byte> output)
    {
        if (_outputs.Length - _outputLength < output.Length) Array.Resize(ref _outputs, Math.Max(_outputs.Length * 2, _outputLength + output.Length));
        output.CopyTo(_outputs.AsSpan(_outputLength));
        _arcs[^1] = _arcs[^1] with { IsFinal = true, OutputStart = _outputLength, OutputLength = output.Length };
        _outputLength += output.Length;
    }

    /// <summary>Lets the last arc lead to a written node.</summary>
    public void SetTarget(int address) => _arcs[^1] = _arcs[^1] with { Target = address };
}
