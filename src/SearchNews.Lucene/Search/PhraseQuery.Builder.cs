using System.Collections.Immutable;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

public sealed partial class PhraseQuery
{
    /// <summary>Collects the terms of a <see cref="PhraseQuery"/>. Belongs to one thread.</summary>
    public sealed class Builder
    {
        private readonly ImmutableArray<Term>.Builder _terms = ImmutableArray.CreateBuilder<Term>();
        private readonly ImmutableArray<int>.Builder _positions = ImmutableArray.CreateBuilder<int>();

        /// <summary>How many positions the terms may be off in all; 0 by default.</summary>
        public int Slop { get; set; }

        /// <summary>Adds a term behind the last one.</summary>
        public Builder Add(Term term) => Add(term, _positions.Count == 0 ? 0 : _positions[^1] + 1);

        /// <summary>Adds a term at a position, which is not below the last one's.</summary>
        /// <exception cref="ArgumentException">Another field than the terms before.</exception>
        public Builder Add(Term term, int position)
        {
            ArgumentNullException.ThrowIfNull(term);
            ArgumentOutOfRangeException.ThrowIfLessThan(position, _positions.Count == 0 ? 0 : _positions[^1]);
            if (_terms.Count > 0 && !string.Equals(_terms[0].Field, term.Field, StringComparison.Ordinal))
                throw new ArgumentException($"A phrase is searched in one field: '{_terms[0].Field}', not also '{term.Field}'.", nameof(term));
            _terms.Add(term);
            _positions.Add(position);
            return this;
        }

        /// <summary>Sets <see cref="Slop"/>.</summary>
        public Builder SetSlop(int slop)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(slop);
            Slop = slop;
            return this;
        }

        /// <summary>The query.</summary>
        public PhraseQuery Build() => new(_terms.ToImmutable(), _positions.ToImmutable(), Slop);
    }
}
