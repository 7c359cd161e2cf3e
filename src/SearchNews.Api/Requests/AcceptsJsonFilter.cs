using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SearchNews.Api.Problems;

namespace SearchNews.Api.Requests;

/// <summary>Refuses requests that do not accept JSON. Of the ranges that cover it, the most specific decides. Source: RFC 9110, 12.5.1.</summary>
internal sealed class AcceptsJsonFilter : IEndpointFilter
{
    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Allows(context.HttpContext.Request.Headers.Accept)
            ? next(context)
            : ValueTask.FromResult<object?>(new ProblemResult(ProblemKind.NotAcceptable));

    /// <summary>True unless the header excludes JSON; one that is missing or not understood excludes nothing.</summary>
    internal static bool Allows(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept) || !MediaTypeHeaderValue.TryParseList(accept, out IList<MediaTypeHeaderValue>? ranges)) return true;
        MediaTypeHeaderValue? best = ranges.Where(r => Specificity(r) > 0).MaxBy(Specificity);
        return best is not null && best.Quality is not 0;
    }

    private static int Specificity(MediaTypeHeaderValue range)
    {
        if (range.MatchesAllTypes) return 1;
        if (!range.Type.Equals("application", StringComparison.OrdinalIgnoreCase)) return 0;
        if (range.MatchesAllSubTypes) return 2;
        return range.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) ? 3 : 0;
    }
}
