using System.Globalization;
using SearchNews.Lucene.Analysis;

namespace SearchNews.Lucene.Search.QueryParsing;

/// <summary>
/// Reads Lucene's classic query syntax: <c>word "a phrase"~2 title:word pre* wi?d* fuzzy~1 [a TO b] {a TO b} word^2 +must -not (a b) AND OR NOT
/// *:*</c>, with a backslash before special characters. Makes the queries that Lucene 8 makes. Safe to share between threads.
/// </summary>
/// <remarks>
/// Words that follow each other without operators are analyzed as one text. Words that analysis removes leave no clause, and a hole in a
/// phrase. Words that analysis splits are searched as alternatives, not as a phrase. Regular expressions are refused, and so are patterns
/// that begin with a wildcard, unless they are allowed.
/// </remarks>
public sealed class ClassicQueryParser
{
    private const int MaxDepth = 100;

    private readonly string _defaultField;
    private readonly Func<string, Analyzer> _analyzerOf;

    /// <summary>Analyzes all fields in the same way.</summary>
    public ClassicQueryParser(string defaultField, Analyzer analyzer)
        : this(defaultField, _ => analyzer)
    {
    }

    /// <summary>Analyzes each field in its own way.</summary>
    /// <param name="defaultField">Searched where the query names no field.</param>
    /// <param name="analyzerOf">The analyzer of a field, whatever its name.</param>
    public ClassicQueryParser(string defaultField, Func<string, Analyzer> analyzerOf)
    {
        ArgumentNullException.ThrowIfNull(defaultField);
        ArgumentNullException.ThrowIfNull(analyzerOf);
        _defaultField = defaultField;
        _analyzerOf = analyzerOf;
    }

    /// <summary>True to require every clause that no operator says otherwise of; by default one is enough.</summary>
    public bool RequireAll { get; init; }

    /// <summary>True to allow <c>*x</c> and <c>?x</c>, which look at every term of the field. Off by default.</summary>
    public bool AllowLeadingWildcard { get; init; }

    /// <summary>Reads a query. A query of words that analysis removes matches nothing.</summary>
    /// <exception cref="QueryParseException">The text is not a query of this syntax, is nested more than 100 levels deep, or has more clauses
    /// than <see cref="BooleanQuery.MaxClauseCount"/>.</exception>
    public Query Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Run(this, ClassicLexer.Read(text)).All();
    }

    /// <summary>One parse: recursive descent over the tokens.</summary>
    private sealed class Run
    {
        private readonly IReadOnlyList<ClassicToken> _tokens;
        private readonly ClassicTermQueries _terms;
        private readonly string _defaultField;
        private readonly bool _requireAll;
        private int _at;
        private int _depth;

        public Run(ClassicQueryParser parser, IReadOnlyList<ClassicToken> tokens)
        {
            _tokens = tokens;
            _defaultField = parser._defaultField;
            _requireAll = parser.RequireAll;
            _terms = new ClassicTermQueries(parser._analyzerOf, parser.RequireAll ? Occur.Must : Occur.Should, parser.AllowLeadingWildcard);
        }

        private ClassicToken Current => _tokens[_at];

        public Query All()
        {
            Query? query = Clauses(_defaultField);
            if (Current.Kind != ClassicTokenKind.End) throw Unexpected("the end of the query");
            return query ?? new BooleanQuery.Builder().Build();
        }

        // Clauses up to a closing parenthesis or the end; null when analysis removed all of them.
        private Query? Clauses(string field)
        {
            int start = Current.Position;
            var clauses = new ClassicClauses(_requireAll);
            if (!TryAdjacentWords(field, clauses, out Query? first))
            {
                Occur? sign = Sign();
                Query? query = Clause(field);
                clauses.Add(conjunction: null, sign, query);
                if (sign is null) first = query;
            }

            while (Current.Kind is not (ClassicTokenKind.End or ClassicTokenKind.Close))
            {
                if (TryAdjacentWords(field, clauses, out _)) continue;
                ClassicTokenKind? conjunction = Take(ClassicTokenKind.And, ClassicTokenKind.Or);
                Occur? sign = Sign();
                clauses.Add(conjunction, sign, Clause(field));
            }

            return clauses.Count == 1 && first is not null ? first : clauses.Build(start);
        }

        // Two or more words without operators between or behind them.
        private bool TryAdjacentWords(string field, ClassicClauses clauses, out Query? query)
        {
            query = null;
            if (Current.Kind != ClassicTokenKind.Term || !IsAdjacentWord(_at + 1)) return false;
            int position = Current.Position;
            var words = new List<string> { Current.Text };
            for (_at++; IsAdjacentWord(_at); _at++) words.Add(Current.Text);
            query = _terms.Words(field, ClassicEscapes.Remove(string.Join(' ', words), position), position);
            clauses.AddAdjacent(query);
            return true;
        }

        private bool IsAdjacentWord(int index) => _tokens[index].Kind == ClassicTokenKind.Term
            && _tokens[index + 1].Kind is not (ClassicTokenKind.Colon or ClassicTokenKind.Star or ClassicTokenKind.Tilde or ClassicTokenKind.Boost or ClassicTokenKind.And or ClassicTokenKind.Or);

        private Occur? Sign() => Take(ClassicTokenKind.Plus, ClassicTokenKind.Minus, ClassicTokenKind.Not) switch
        {
            null => null,
            ClassicTokenKind.Plus => Occur.Must,
            _ => Occur.MustNot,
        };

        private Query? Clause(string field)
        {
            if (_tokens[Math.Min(_at + 1, _tokens.Count - 1)].Kind == ClassicTokenKind.Colon && Current.Kind is ClassicTokenKind.Term or ClassicTokenKind.Star)
            {
                field = Current.Kind == ClassicTokenKind.Star ? "*" : ClassicEscapes.Remove(Current.Text, Current.Position);
                _at += 2;
            }

            if (Current.Kind != ClassicTokenKind.Open) return Term(field);
            ClassicToken open = Current;
            if (++_depth > MaxDepth) throw new QueryParseException($"Parentheses are nested more than {MaxDepth} levels deep; flatten the query.", open.Position);
            _at++;
            Query? query = Clauses(field);
            if (Current.Kind != ClassicTokenKind.Close) throw new QueryParseException("A parenthesis is not closed; close it, or write a backslash before it to search it.", open.Position);
            _at++;
            _depth--;
            return Boosted(query, TakeToken(ClassicTokenKind.Boost));
        }

        private Query? Term(string field)
        {
            ClassicToken token = Current;
            switch (token.Kind)
            {
                case ClassicTokenKind.Term or ClassicTokenKind.Star or ClassicTokenKind.Prefix or ClassicTokenKind.Wildcard or ClassicTokenKind.BareOperator or ClassicTokenKind.Quoted:
                    _at++;
                    (ClassicToken? boost, ClassicToken? tilde) = Suffixes();
                    return Boosted(_terms.Term(field, token, tilde), boost);
                case ClassicTokenKind.RangeOpenInclusive or ClassicTokenKind.RangeOpenExclusive:
                    Query range = Range(field);
                    return Boosted(range, TakeToken(ClassicTokenKind.Boost));
                case ClassicTokenKind.Regexp:
                    throw new QueryParseException("Regular expressions are not supported; use wildcards, or write a backslash before each slash to search it.", token.Position);
                default:
                    throw Unexpected("a word, a phrase, a range or a group");
            }
        }

        // ^boost and ~ in either order.
        private (ClassicToken? Boost, ClassicToken? Tilde) Suffixes()
        {
            ClassicToken? boost = TakeToken(ClassicTokenKind.Boost);
            ClassicToken? tilde = TakeToken(ClassicTokenKind.Tilde);
            return (boost ?? (tilde is null ? null : TakeToken(ClassicTokenKind.Boost)), tilde);
        }

        private TermRangeQuery Range(string field)
        {
            bool includesLower = Current.Kind == ClassicTokenKind.RangeOpenInclusive;
            _at++;
            string? lower = RangeEnd(field);
            if (Take(ClassicTokenKind.RangeTo) is null) throw Unexpected("TO, as in [a TO b]");
            string? upper = RangeEnd(field);
            if (Current.Kind is not (ClassicTokenKind.RangeCloseInclusive or ClassicTokenKind.RangeCloseExclusive)) throw Unexpected("the end of the range");
            bool includesUpper = Current.Kind == ClassicTokenKind.RangeCloseInclusive;
            _at++;
            return new TermRangeQuery(field, lower, upper, includesLower, includesUpper);
        }

        private string? RangeEnd(string field)
        {
            ClassicToken token = Current;
            if (token.Kind is not (ClassicTokenKind.RangeWord or ClassicTokenKind.RangeQuoted or ClassicTokenKind.RangeTo)) throw Unexpected("a range as [a TO b], * for an open end");
            _at++;
            if (token.Kind == ClassicTokenKind.RangeWord && token.Text == "*") return null;
            return _terms.Normalize(field, ClassicEscapes.Remove(token.Text, token.Position + (token.Kind == ClassicTokenKind.RangeQuoted ? 1 : 0)));
        }

        private static Query? Boosted(Query? query, ClassicToken? boost)
        {
            if (query is null || boost is not { } token) return query;
            float factor = float.Parse(token.Text, CultureInfo.InvariantCulture);
            if (!float.IsFinite(factor)) throw new QueryParseException("A boost must be a finite number; use a smaller one.", token.Position);
            return new BoostQuery(query, factor);
        }

        private ClassicTokenKind? Take(params ReadOnlySpan<ClassicTokenKind> kinds)
        {
            if (!kinds.Contains(Current.Kind)) return null;
            return _tokens[_at++].Kind;
        }

        private ClassicToken? TakeToken(ClassicTokenKind kind) => Current.Kind == kind ? _tokens[_at++] : null;

        private QueryParseException Unexpected(string expected)
        {
            string found = Current.Kind == ClassicTokenKind.End ? "the end of the query" : $"'{Current.Kind}' {Current.Text}".TrimEnd();
            return new QueryParseException($"Expected {expected}, found {found}; write a backslash before a special character to search it.", Current.Position);
        }
    }
}
