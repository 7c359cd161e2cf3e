using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SearchNews.Api.Problems;

namespace SearchNews.Api.Requests;

/// <summary>Refuses requests that do not accept what the route answers, JSON unless <see cref="AnswerTypes"/> says otherwise. Of the ranges that cover it, the most specific decides. Source: RFC 9110, 12.5.1.</summary>
internal sealed class AcceptsJsonFilter : IEndpointFilter
{
    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        StringValues accept = context.HttpContext.Request.Headers.Accept;
        if (accept.Count == 0) return next(context);
        IReadOnlyList<string> types = (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<AnswerTypes>() ?? AnswerTypes.Json).MediaTypes;
        return types.Any(type => Allows(accept, type))
            ? next(context)
            : ValueTask.FromResult<object?>(new ProblemResult(ProblemKind.NotAcceptable, $"The Accept header excludes {types[0]}, the only form of this answer."));
    }

    /// <summary>True unless the header excludes the media type; one that is missing or not understood excludes nothing.</summary>
    internal static bool Allows(StringValues accept, string mediaType)
    {
        if (StringValues.IsNullOrEmpty(accept) || !MediaTypeHeaderValue.TryParseList(accept, out IList<MediaTypeHeaderValue>? ranges)) return true;
        MediaTypeHeaderValue? best = ranges.Where(r => Specificity(r, mediaType) > 0).MaxBy(r => Specificity(r, mediaType));
        return best is not null && best.Quality is not 0;
    }

    /// <summary>How exactly a range names the media type; 0 when it does not cover it.</summary>
    internal static int Specificity(MediaTypeHeaderValue range, string mediaType)
    {
        if (range.MatchesAllTypes) return 1;
        if (range.MatchesAllSubTypes) return mediaType.StartsWith($"{range.Type}/", StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        return range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? 3 : 0;
    }
}
