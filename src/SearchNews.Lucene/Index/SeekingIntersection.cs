using SearchNews.Lucene.Util.Automata;

namespace SearchNews.Lucene.Index;

/// <summary>Finds the accepted terms of any dictionary: where no term that begins with some letters can be accepted, it seeks behind all of them.</summary>
internal sealed class SeekingIntersection : TermIntersection
{
    private readonly TermsEnum _terms;
    private readonly LevenshteinAutomaton _automaton;
    private byte[] _target = [];
    private bool _isAtEnd;

    /// <summary>Walks the terms of a new enum.</summary>
    public SeekingIntersection(TermsEnum terms, LevenshteinAutomaton automaton)
    {
        _terms = terms;
        _automaton = automaton;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Term => _terms.Term;

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        _isAtEnd = _isAtEnd || !_terms.MoveNext();
        while (!_isAtEnd)
        {
            int at = 0;
            int state = LevenshteinAutomaton.Start;
            if (!_automaton.TryRead(_terms.Term, ref at, ref state))
            {
                _isAtEnd = !SeekBehind(at);
                continue;
            }

            Edits = _automaton.Distance(state);
            if (at == _terms.Term.Length && Edits <= _automaton.MaxEdits) return true;
            _isAtEnd = !_terms.MoveNext();
        }

        return false;
    }

    /// <summary>Goes to the first term that does not begin like the current one.</summary>
    private bool SeekBehind(int prefixLength)
    {
        if (_target.Length < prefixLength) Array.Resize(ref _target, prefixLength * 2);
        Span<byte> target = _target.AsSpan(0, prefixLength);
        _terms.Term[..prefixLength].CopyTo(target);
        while (!target.IsEmpty && target[^1] == byte.MaxValue) target = target[..^1];
        if (target.IsEmpty) return false;
        target[^1]++;
        return _terms.SeekCeil(target) != SeekStatus.End;
    }
}
